package disclosure.requests.subscription.turn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.CallerScope;
import disclosure.edge.trace.TraceParent;
import disclosure.edge.trace.Traces;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.outbox.published.EventSpans;
import disclosure.requests.outbox.published.Position;
import disclosure.requests.outbox.published.PublishedEvents;
import disclosure.requests.outbox.published.PublishedEvents.Published;
import disclosure.requests.security.OrganScopes;
import disclosure.requests.subscription.receiver.Answer;
import disclosure.requests.subscription.receiver.Receivers;
import disclosure.requests.subscription.turn.DeadLetters.Queued;
import disclosure.requests.subscription.turn.DeadLetters.Version;
import disclosure.requests.subscription.turn.Turns.GivenUp;
import disclosure.requests.subscription.turn.Turns.Outcome;
import disclosure.requests.subscription.turn.Turns.Turn;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.storage.job.JobKind;
import disclosure.storage.job.Jobs;
import disclosure.storage.job.Piece;
import disclosure.storage.job.Progress;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Tells subscribers of events. A subscription has its turn when there is something to tell it, is
 * told for some seconds at most, one event after the other, and then waits for its next turn behind
 * the others. How far it got is stored under the claim of the turn: after a crash some of it is
 * told again, and nothing is left out.
 */
@ApplicationScoped
class TellSubscribers implements JobKind {

  private static final Logger LOG = Logger.getLogger(TellSubscribers.class);

  static final String NAME = "subscription";

  /** That a turn couldn't be done, which isn't the receiver's fault. */
  static final String TURN_FAILED = "TURN_FAILED";

  private static final int EVENTS = 500;
  private static final int LETTERS = 100;
  private static final Duration TURN = Duration.ofSeconds(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PublishedEvents events;
  private final Turns turns;
  private final DeadLetters letters;
  private final Receivers receivers;
  private final OrganScopes scopes;
  private final RegisterReader reader;
  private final SubscriptionSettings settings;
  private final Pauses pauses;
  private final Traces traces;
  private final Counter delivered;
  private final Counter failed;
  private final Counter dead;

  TellSubscribers(
      PublishedEvents events,
      Turns turns,
      DeadLetters letters,
      Receivers receivers,
      OrganScopes scopes,
      RegisterReader reader,
      SubscriptionSettings settings,
      Traces traces,
      MeterRegistry meters) {
    this.events = events;
    this.turns = turns;
    this.letters = letters;
    this.receivers = receivers;
    this.scopes = scopes;
    this.reader = reader;
    this.settings = settings;
    this.traces = traces;
    this.pauses =
        new Pauses(
            settings.firstPause(),
            settings.longestPause(),
            () -> ThreadLocalRandom.current().nextDouble());
    this.delivered =
        Counter.builder("subscriptions.delivered")
            .description("Events that receivers took")
            .register(meters);
    this.failed =
        Counter.builder("subscriptions.failures")
            .description("Attempts that failed and are repeated")
            .register(meters);
    this.dead =
        Counter.builder("subscriptions.refused")
            .description("Events that receivers refused for good")
            .register(meters);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** None while nobody may be called. */
  @Override
  public int workers() {
    return receivers.allowed().isEmpty() ? 0 : settings.workers();
  }

  /** One at a time of all instances: nobody's turn is ordered twice. */
  @Override
  public void look(Connection connection, Jobs known) throws SQLException {
    if (!turns.looksAlone(connection)) {
      return;
    }
    tryAgainLater(connection, known);
    // One worker at least is left to the other clients, however slow the receivers of one are.
    int mostOfClient = Math.max(1, settings.workers() - 1);
    for (UUID due : turns.due(connection, known, events.last(connection), mostOfClient)) {
      // The turn before is forgotten, so that this one is behind those that wait already.
      known.forget(connection, due);
      known.order(connection, NAME, due, Duration.ZERO);
    }
  }

  /** A turn that is given up is a failure like others, and tells so in the subscription. */
  private void tryAgainLater(Connection connection, Jobs known) throws SQLException {
    for (GivenUp turn : turns.givenUp(connection, known)) {
      known.forget(connection, turn.id());
      turns.failed(
          connection, turn.id(), TURN_FAILED, pauses.after(turn.failures() + 1, Optional.empty()));
      LOG.warnf("The turn of subscription %s failed and is tried again later", turn.id());
    }
  }

  @Override
  public Result work(Piece piece) throws Exception {
    Optional<Found> found = reader.directory(connection -> find(connection, piece.jobId()));
    if (found.isEmpty()) {
      return (connection, rows) -> Progress.finished(0);
    }
    Telling telling = tell(found.get());
    return (connection, rows) -> store(connection, found.get().turn(), telling);
  }

  /** What there is to tell. */
  private record Found(
      Turn turn,
      boolean missed,
      Set<Version> listed,
      List<Queued> letters,
      List<Published> events) {

    /** For whose organs it is asked. */
    Set<OrganCode> organs() {
      Set<OrganCode> organs = new HashSet<>();
      letters.forEach(letter -> organs.add(organ(letter.data())));
      events.forEach(event -> organs.add(organ(event.event().data())));
      return organs;
    }
  }

  private Optional<Found> find(Connection connection, UUID id) throws SQLException {
    Optional<Turn> turn = turns.find(connection, id);
    if (turn.isEmpty()) {
      return Optional.empty();
    }
    Position position = turn.get().position();
    // What is dropped is asked about afterwards: nothing can be missing then of what was read.
    List<Published> next = events.after(connection, position, EVENTS);
    return Optional.of(
        new Found(
            turn.get(),
            position.isBefore(events.droppedUpTo(connection)),
            letters.listed(connection, id),
            letters.queued(connection, id, LETTERS),
            next));
  }

  private Telling tell(Found found) throws SQLException, InterruptedException {
    Turn turn = found.turn();
    Telling telling =
        new Telling(turn, settings.refusedInARow(), found.listed(), settings.deadLetters());
    if (found.missed()) {
      telling.missed();
      return telling;
    }
    Set<OrganCode> covered = covered(turn, found.organs());
    // What is sent again takes half of a turn at most, and leaves the other half to what is new.
    long share = TURN.toNanos() / (found.letters().isEmpty() ? 1 : 2);
    long half = System.nanoTime() + share;
    for (Queued letter : found.letters()) {
      if (!telling.goesOn() || System.nanoTime() > half) {
        break;
      }
      if (covered.contains(organ(letter.data()))) {
        telling.toldAgain(letter, receivers.send(turn.address(), letter.event(), turn.secrets()));
      } else {
        telling.keepsBack(letter);
      }
    }
    long end = System.nanoTime() + share;
    for (Published event : found.events()) {
      if (!telling.goesOn() || System.nanoTime() > end) {
        return telling;
      }
      if (turn.types().contains(event.event().type())
          && covered.contains(organ(event.event().data()))) {
        telling.told(event, deliver(turn, event));
      } else {
        telling.passes(event);
      }
    }
    return telling;
  }

  private Answer deliver(Turn turn, Published event) throws InterruptedException {
    Span span = EventSpans.deliver(traces, event.trace().flatMap(traces::carried), event.event());
    Answer answer =
        receivers.send(turn.address(), event.event(), turn.secrets(), TraceParent.of(span));
    if (answer.verdict() == Answer.Verdict.TAKEN) {
      span.end();
    } else {
      EventSpans.failed(span, answer.cause());
    }
    return answer;
  }

  /** Of which of the organs the client may see events now. */
  private Set<OrganCode> covered(Turn turn, Set<OrganCode> organs) throws SQLException {
    Map<CallerScope, Reach> reaches = scopes.within(List.of(turn.allowed(), turn.wanted()), organs);
    Set<OrganCode> covered = new HashSet<>(reaches.get(turn.allowed()).organs());
    covered.retainAll(reaches.get(turn.wanted()).organs());
    return covered;
  }

  private Progress store(Connection connection, Turn turn, Telling telling) throws SQLException {
    Outcome outcome = telling.outcome(pauses, settings.pauseAfter());
    if (!turns.store(connection, turn, outcome)) {
      return Progress.finished(0);
    }
    letters.add(connection, turn.id(), telling.refused());
    letters.keep(connection, turn.id(), telling.refusedAgain());
    if (!telling.taken().isEmpty()) {
      letters.taken(connection, turn.id(), telling.taken());
    }
    tellOf(turn, telling, outcome);
    return Progress.finished(outcome.delivered());
  }

  private void tellOf(Turn turn, Telling telling, Outcome outcome) {
    delivered.increment(outcome.delivered());
    dead.increment(telling.refused().size() + telling.refusedAgain().size());
    if (outcome.failed()) {
      failed.increment();
    }
    if (outcome.paused().isPresent()) {
      LOG.warnf(
          "Subscription %s of %s is paused until somebody resumes it: %s (%s)",
          turn.id(), turn.clientId(), outcome.paused().get(), outcome.cause().orElse("-"));
    } else if (outcome.failed() && turn.failures() == 0) {
      LOG.warnf(
          "The receiver of subscription %s of %s fails and is tried again: %s",
          turn.id(), turn.clientId(), outcome.cause().orElse("-"));
    } else if (outcome.failures() == 0 && turn.failures() > 0) {
      LOG.infof("Subscription %s of %s fails no more", turn.id(), turn.clientId());
    }
    if (!telling.refused().isEmpty() && turn.refusedInARow() == 0) {
      LOG.warnf(
          "The receiver of subscription %s of %s refuses events, which are kept on its list: %s",
          turn.id(), turn.clientId(), outcome.cause().orElse("-"));
    }
  }

  /** Every state names the organ that it belongs to. */
  private static OrganCode organ(String data) {
    try {
      return new OrganCode(JSON.readTree(data).path("organCode").asText());
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("an event's data can't be read");
    }
  }
}
