package disclosure.requests.subscription.turn;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.CallerScope;
import disclosure.requests.contract.Topic;
import disclosure.requests.outbox.published.Position;
import disclosure.requests.outbox.published.PublishedEvents.Published;
import disclosure.requests.subscription.receiver.Answer;
import disclosure.requests.subscription.receiver.Answer.Verdict;
import disclosure.requests.subscription.turn.DeadLetters.Queued;
import disclosure.requests.subscription.turn.DeadLetters.Version;
import disclosure.requests.subscription.turn.Turns.Turn;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TellingTest {

  private static final int MOST = 2;
  private static final Answer TAKEN = new Answer(Verdict.TAKEN, "", Optional.empty());
  private static final Answer REFUSED = new Answer(Verdict.REFUSED, "HTTP_422", Optional.empty());

  @Test
  void one_more_than_the_list_takes_is_not_dealt_with() {
    Telling telling = telling("a");
    telling.told(event("b", 1), REFUSED);
    assertThat(telling.goesOn()).isTrue();
    telling.told(event("c", 2), REFUSED);
    assertThat(paused(telling)).contains(PauseCause.DEAD_LETTERS_FULL);
    assertThat(outcome(telling).position()).isEqualTo(new Position(1, 1));
    assertThat(telling.refused()).hasSize(1);
  }

  @Test
  void what_is_refused_again_takes_no_more_room() {
    Telling telling = telling("a");
    telling.toldAgain(letter("a"), REFUSED);
    telling.told(event("b", 1), REFUSED);
    assertThat(paused(telling)).isEmpty();
    telling.told(event("a", 2), REFUSED);
    telling.told(event("b", 3), REFUSED);
    assertThat(paused(telling)).isEmpty();
    assertThat(outcome(telling).position()).isEqualTo(new Position(1, 3));
  }

  @Test
  void what_is_refused_again_says_nothing_of_the_events_that_come_next() {
    Telling telling = telling("a", "b");
    for (int i = 0; i < 30; i++) {
      telling.toldAgain(letter("a"), REFUSED);
    }
    assertThat(telling.goesOn()).isTrue();
    assertThat(outcome(telling).refusedInARow()).isZero();
    assertThat(outcome(telling).cause()).contains("HTTP_422");
    assertThat(telling.refused()).isEmpty();
  }

  @Test
  void what_is_kept_back_takes_no_more_room() {
    Telling telling = telling("a");
    telling.keepsBack(letter("a"));
    telling.told(event("b", 1), REFUSED);
    assertThat(paused(telling)).isEmpty();
  }

  @Test
  void what_is_taken_off_the_list_makes_room() {
    Telling telling = telling("a", "b");
    telling.toldAgain(letter("a"), TAKEN);
    telling.told(event("c", 1), REFUSED);
    assertThat(paused(telling)).isEmpty();
    telling.told(event("b", 2), TAKEN);
    telling.told(event("d", 3), REFUSED);
    assertThat(paused(telling)).isEmpty();
    telling.told(event("e", 4), REFUSED);
    assertThat(paused(telling)).contains(PauseCause.DEAD_LETTERS_FULL);
  }

  @Test
  void one_fails_no_more_when_what_failed_is_not_for_it_any_more() {
    Telling telling = new Telling(turn(3), 20, Set.of(), MOST);
    telling.passes(event("a", 1));
    assertThat(outcome(telling).failures()).isZero();
  }

  @Test
  void one_that_missed_events_is_shown_with_its_failures() {
    Telling telling = new Telling(turn(3), 20, Set.of(), MOST);
    telling.missed();
    assertThat(outcome(telling).failures()).isEqualTo(3);
  }

  private static Telling telling(String... listed) {
    Set<Version> versions =
        List.of(listed).stream()
            .map(key -> new Version(Topic.DISPUTES, key, 1))
            .collect(Collectors.toSet());
    return new Telling(turn(0), 20, versions, MOST);
  }

  private static Turn turn(int failures) {
    return new Turn(
        UUID.randomUUID(),
        "client",
        URI.create("https://a.example.cn/"),
        CallerScope.of(List.of("*")),
        CallerScope.of(List.of("*")),
        Set.of(),
        List.of(),
        new Position(1, 0),
        0,
        failures,
        Duration.ZERO,
        0);
  }

  private static Published event(String key, long number) {
    return Published.of(new Position(1, number), Topic.DISPUTES, key, 1, Instant.EPOCH, "{}");
  }

  private static Queued letter(String key) {
    return new Queued(1, Topic.DISPUTES.topicName(), key, 1, "{}", Instant.EPOCH);
  }

  private static Optional<PauseCause> paused(Telling telling) {
    return outcome(telling).paused();
  }

  private static Turns.Outcome outcome(Telling telling) {
    return telling.outcome(
        new Pauses(Duration.ofSeconds(1), Duration.ofHours(1), () -> 0.5), Duration.ofDays(3));
  }
}
