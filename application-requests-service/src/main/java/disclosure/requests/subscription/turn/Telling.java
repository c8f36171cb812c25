package disclosure.requests.subscription.turn;

import disclosure.requests.contract.Topic;
import disclosure.requests.outbox.published.Position;
import disclosure.requests.outbox.published.PublishedEvents.Published;
import disclosure.requests.subscription.receiver.Answer;
import disclosure.requests.subscription.turn.DeadLetters.Queued;
import disclosure.requests.subscription.turn.DeadLetters.Refused;
import disclosure.requests.subscription.turn.DeadLetters.Version;
import disclosure.requests.subscription.turn.Turns.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How far one turn of a subscription got, event by event. */
final class Telling {

  private final Turn turn;
  private final int mostRefusedInARow;
  private final Set<Version> listed;
  private final int mostListed;

  private final List<Version> taken = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private final List<Refused> refusedAgain = new ArrayList<>();
  private Optional<String> lastRefusal = Optional.empty();
  private Position position;
  private int delivered;
  private int refusedInARow;
  private boolean answered;
  private Optional<Answer> failure = Optional.empty();
  private Optional<PauseCause> paused = Optional.empty();

  /**
   * At the beginning of a turn.
   *
   * @param listed what is on its list of refused events
   * @param mostListed how many that may be
   */
  Telling(Turn turn, int mostRefusedInARow, Set<Version> listed, int mostListed) {
    this.turn = turn;
    this.mostRefusedInARow = mostRefusedInARow;
    this.listed = new HashSet<>(listed);
    this.mostListed = mostListed;
    this.position = turn.position();
    this.refusedInARow = turn.refusedInARow();
  }

  /** Whether the next event may be told. */
  boolean goesOn() {
    return failure.isEmpty() && paused.isEmpty();
  }

  /** An event that isn't for this receiver. */
  void passes(Published event) {
    position = event.at();
  }

  /** An event that was told for the first time, as far as is known here. */
  void told(Published event, Answer answer) {
    Version version = new Version(event.topic(), event.key(), event.version());
    switch (answer.verdict()) {
      case TAKEN -> {
        took(version);
        position = event.at();
      }
      case REFUSED -> {
        if (listed.size() >= mostListed && !listed.contains(version)) {
          failure = Optional.of(answer);
          paused = Optional.of(PauseCause.DEAD_LETTERS_FULL);
        } else {
          listed.add(version);
          refuse(Refused.of(event, answer.cause()));
          position = event.at();
        }
      }
      case GONE -> gone(answer);
      case FAILED -> failure = Optional.of(answer);
    }
  }

  /**
   * One that was refused before, and has its place among the refused already. That it is refused
   * again is what somebody asked for, and says nothing of the events that come next.
   */
  void toldAgain(Queued letter, Answer answer) {
    Topic topic = Topic.named(letter.topic());
    switch (answer.verdict()) {
      case TAKEN -> took(new Version(topic, letter.key(), letter.version()));
      case REFUSED -> {
        keep(letter, answer.cause());
        answered = true;
      }
      case GONE -> gone(answer);
      case FAILED -> failure = Optional.of(answer);
    }
  }

  /** One that its client may no longer see; whoever had it sent again finds it on the list. */
  void keepsBack(Queued letter) {
    keep(letter, "ORGAN_NOT_COVERED");
  }

  private void keep(Queued letter, String cause) {
    refusedAgain.add(
        new Refused(
            Topic.named(letter.topic()),
            letter.key(),
            letter.version(),
            letter.data(),
            letter.recordedAt(),
            cause));
    lastRefusal = Optional.of(cause);
  }

  /** That events are missing between where it stands and what is kept. */
  void missed() {
    paused = Optional.of(PauseCause.EVENTS_DROPPED);
  }

  /** What the receiver has now. */
  List<Version> taken() {
    return taken;
  }

  /** What it refused, and what has no place on its list yet. */
  List<Refused> refused() {
    return refused;
  }

  /** What stays on its list. */
  List<Refused> refusedAgain() {
    return refusedAgain;
  }

  /**
   * What is stored of it all.
   *
   * @param pauseAfter after how long without success it is paused
   */
  Turns.Outcome outcome(Pauses pauses, Duration pauseAfter) {
    int before = answered ? 0 : turn.failures();
    int failures = failure.isPresent() ? before + 1 : paused.isPresent() ? before : 0;
    boolean tooLong =
        failure.isPresent() && !answered && turn.failingFor().compareTo(pauseAfter) >= 0;
    return new Turns.Outcome(
        position,
        delivered,
        refusedInARow,
        failures,
        failure.isPresent(),
        failure.map(Answer::cause).or(() -> lastRefusal),
        failure.isPresent() ? pauses.after(failures, failure.get().retryAfter()) : Duration.ZERO,
        paused.or(() -> tooLong ? Optional.of(PauseCause.FAILING) : Optional.empty()));
  }

  private void took(Version event) {
    taken.add(event);
    listed.remove(event);
    delivered++;
    refusedInARow = 0;
    answered = true;
  }

  private void refuse(Refused event) {
    refused.add(event);
    lastRefusal = Optional.of(event.cause());
    refusedInARow++;
    answered = true;
    if (refusedInARow >= mostRefusedInARow) {
      paused = Optional.of(PauseCause.REFUSING);
    }
  }

  private void gone(Answer answer) {
    failure = Optional.of(answer);
    paused = Optional.of(PauseCause.GONE);
  }
}
