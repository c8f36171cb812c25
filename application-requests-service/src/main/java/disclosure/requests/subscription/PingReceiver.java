package disclosure.requests.subscription;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.requests.outbox.published.CloudEvent;
import disclosure.requests.personaldata.UnreadablePersonalData;
import disclosure.requests.subscription.receiver.Answer;
import disclosure.requests.subscription.receiver.Answer.Verdict;
import disclosure.requests.subscription.receiver.Receivers;
import disclosure.requests.subscription.turn.Turns;
import disclosure.requests.subscription.turn.Turns.Turn;
import disclosure.requests.transaction.RegisterReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sends a receiver an event that tells of nothing, also while its subscription is paused. */
@ApplicationScoped
class PingReceiver {

  private static final String TYPE = "disclosure.subscription.ping.v1";

  private final Turns turns;
  private final Receivers receivers;
  private final RegisterReader reader;
  private final Clock clock;

  PingReceiver(Turns turns, Receivers receivers, RegisterReader reader, Clock clock) {
    this.turns = turns;
    this.receivers = receivers;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * What the receiver makes of it.
   *
   * @throws Refusal 404 when the subscription is ended, 503 when no key opens its secret
   */
  TestDelivery ping(UUID subscription) throws SQLException, InterruptedException {
    Turn turn = turn(subscription).orElseThrow(Refusal::notFound);
    CloudEvent event =
        new CloudEvent(
            UUID.randomUUID().toString(),
            TYPE,
            subscription.toString(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            Optional.empty(),
            "{}");
    Answer answer = receivers.send(turn.address(), event, turn.secrets());
    return new TestDelivery(
        event.id(),
        answer.verdict() == Verdict.TAKEN,
        Optional.of(answer.cause()).filter(cause -> !cause.isEmpty()));
  }

  private Optional<Turn> turn(UUID subscription) throws SQLException {
    try {
      return reader.directory(connection -> turns.secretly(connection, subscription));
    } catch (UnreadablePersonalData told) {
      throw unreadable();
    }
  }

  private static Refusal unreadable() {
    return new Refusal(
        503,
        "unreadable-secret",
        new Text("订阅密钥无法解密", "The secret can't be decrypted"),
        new Text(
            "该订阅的密钥无法用现有密钥解密，无法签名。请通过 POST …/secret 更换订阅密钥，并联系系统管理员。",
            "No key that the register has opens the subscription's secret, so that nothing can be"
                + " signed. Take a new one (POST …/secret), and tell the register's operators."),
        List.of());
  }
}
