package disclosure.requests.subscription.turn;

import disclosure.edge.trace.Traces;
import disclosure.requests.outbox.published.PublishedEvents;
import disclosure.requests.security.TestReaders;
import disclosure.requests.security.TestScopes;
import disclosure.requests.subscription.receiver.Receivers;
import disclosure.storage.job.JobKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import javax.sql.DataSource;

/** Turns of subscriptions without the application. */
public final class TestTurns {

  private TestTurns() {}

  /** Those of one instance. */
  public static JobKind of(
      DataSource database, Secrets secrets, Receivers receivers, SubscriptionSettings settings) {
    return new TellSubscribers(
        new PublishedEvents(),
        new Turns(secrets),
        new DeadLetters(),
        receivers,
        TestScopes.of(database),
        TestReaders.of(database),
        settings,
        Traces.off(),
        new SimpleMeterRegistry());
  }
}
