package disclosure.requests.subscription;

import disclosure.edge.Caller;
import disclosure.edge.Expected;
import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.outbox.published.Position;
import disclosure.requests.outbox.published.PublishedEvents;
import disclosure.requests.store.UuidV7;
import disclosure.requests.subscription.Subscriptions.Beside;
import disclosure.requests.subscription.Subscriptions.New;
import disclosure.requests.subscription.Subscriptions.Sealed;
import disclosure.requests.subscription.Subscriptions.Whose;
import disclosure.requests.subscription.turn.DeadLetter;
import disclosure.requests.subscription.turn.DeadLetters;
import disclosure.requests.subscription.turn.Secrets;
import disclosure.requests.subscription.turn.SubscriptionSettings;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.WriterTransaction;
import disclosure.storage.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Makes, moves and ends subscriptions, each change with its entry in the trail. */
@ApplicationScoped
class ManageSubscriptions {

  private final Subscriptions subscriptions;
  private final DeadLetters letters;
  private final PublishedEvents events;
  private final Secrets secrets;
  private final Jobs jobs;
  private final AuditTrail audit;
  private final WriterTransaction transaction;
  private final SubscriptionSettings settings;
  private final Clock clock;

  ManageSubscriptions(
      Subscriptions subscriptions,
      DeadLetters letters,
      PublishedEvents events,
      Secrets secrets,
      Jobs jobs,
      AuditTrail audit,
      WriterTransaction transaction,
      SubscriptionSettings settings,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.letters = letters;
    this.events = events;
    this.secrets = secrets;
    this.jobs = jobs;
    this.audit = audit;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A subscription that was asked for.
   *
   * @param isNew whether it is made just now; then it shows its secret
   */
  record Made(Subscription subscription, boolean isNew) {}

  /**
   * Makes a subscription, or finds the one that was made before by the same request; that is told
   * of what the present token names from then on.
   *
   * @param organs whose events are wanted, each within what the caller acts for
   * @param types the types that are wanted
   * @throws Refusal 409 when the client has another one for the address, or too many
   */
  Made make(Caller caller, String address, Set<String> organs, List<String> types) {
    List<String> allowed = List.copyOf(new TreeSet<>(caller.scope().claim()));
    List<String> wanted = List.copyOf(new TreeSet<>(organs));
    byte[] secret = Secrets.fresh();
    return transaction.run(
        Reach.EVERYTHING,
        connection -> {
          subscriptions.lockForMaking(connection);
          Optional<Subscription> before = subscriptions.at(connection, caller.clientId(), address);
          if (before.isPresent()) {
            Subscription known =
                before
                    .filter(same -> same.isAsked(wanted, types))
                    .orElseThrow(ManageSubscriptions::exists);
            if (subscriptions.allow(connection, known.id(), allowed)) {
              append(connection, caller, AuditAction.SUBSCRIPTION_ORGANS_CHANGED, known.id());
            }
            return new Made(known, false);
          }
          requireRoom(connection, caller);
          UUID id = UuidV7.at(clock.instant());
          subscriptions.insert(
              connection,
              new New(
                  id,
                  caller.clientId(),
                  address,
                  allowed,
                  wanted,
                  types,
                  secrets.seal(secret, id, Secrets.SECRET)),
              events.last(connection),
              clock.instant());
          append(connection, caller, AuditAction.SUBSCRIPTION_MADE, id);
          return new Made(found(connection, id).showing(Secrets.shown(secret)), true);
        });
  }

  /** Ends it; of what is under way nothing is stored. */
  void end(Caller caller, UUID id, Whose whose) {
    change(
        caller,
        AuditAction.SUBSCRIPTION_ENDED,
        id,
        whose,
        connection -> {
          jobs.discard(connection, id);
          subscriptions.delete(connection, id);
          return id;
        });
  }

  /**
   * Has it told again.
   *
   * @param from everything that was sent since that moment; absent: from where it stands
   * @throws Refusal 409 when events are missing from there, 422 when they are no longer kept
   */
  Subscription resume(Caller caller, UUID id, Whose whose, Optional<Instant> from) {
    return change(
        caller,
        AuditAction.SUBSCRIPTION_RESUMED,
        id,
        whose,
        connection -> {
          Position position = subscriptions.position(connection, id);
          if (from.isPresent()) {
            position = events.before(connection, from.get());
          } else if (position.isBefore(events.droppedUpTo(connection))) {
            throw dropped();
          }
          subscriptions.resume(connection, id, position);
          return found(connection, id);
        });
  }

  /**
   * Gives it a new secret; the present one signs beside it for a while. Asked again within that
   * while, it is the new one that is replaced: its answer may have been lost. One that no key opens
   * signs nothing any more, and makes room for one that does.
   */
  Subscription rotate(Caller caller, UUID id, Whose whose) {
    byte[] secret = Secrets.fresh();
    return change(
        caller,
        AuditAction.SUBSCRIPTION_SECRET_CHANGED,
        id,
        whose,
        connection -> {
          subscriptions.rotate(
              connection,
              id,
              secrets.seal(secret, id, Secrets.SECRET),
              beside(subscriptions.sealed(connection, id), id),
              settings.secretOverlap());
          return found(connection, id).showing(Secrets.shown(secret));
        });
  }

  private Beside beside(Sealed sealed, UUID id) {
    boolean goesOn =
        sealed
            .earlier()
            .flatMap(earlier -> secrets.ifReadable(earlier, id, Secrets.EARLIER))
            .isPresent();
    return goesOn
        ? new Beside(true, Optional.empty())
        : new Beside(
            false,
            secrets
                .ifReadable(sealed.secret(), id, Secrets.SECRET)
                .map(present -> secrets.seal(present, id, Secrets.EARLIER)));
  }

  /**
   * Has refused events sent again.
   *
   * @param number only the one of that number; absent: all
   */
  DeadLetter.RetriedDeadLetters retry(Caller caller, UUID id, Whose whose, Optional<Long> number) {
    return change(
        caller,
        AuditAction.SUBSCRIPTION_RETRIED,
        id,
        whose,
        connection -> {
          requireLetter(connection, id, number);
          return letters.retry(connection, id, number);
        });
  }

  /**
   * Strikes refused events off the list: they aren't sent any more.
   *
   * @param number only the one of that number; absent: all
   */
  DeadLetter.DiscardedDeadLetters discard(
      Caller caller, UUID id, Whose whose, Optional<Long> number) {
    return change(
        caller,
        AuditAction.SUBSCRIPTION_LETTERS_DISCARDED,
        id,
        whose,
        connection -> {
          requireLetter(connection, id, number);
          return new DeadLetter.DiscardedDeadLetters(letters.discard(connection, id, number));
        });
  }

  private void requireLetter(Connection connection, UUID id, Optional<Long> number)
      throws SQLException {
    if (number.isPresent() && !letters.has(connection, id, number.get())) {
      throw Refusal.notFound();
    }
  }

  private <T> T change(
      Caller caller, AuditAction action, UUID id, Whose whose, WriterTransaction.Work<T> work) {
    return transaction.run(
        Reach.EVERYTHING,
        connection -> {
          if (subscriptions.find(connection, id, whose).isEmpty()) {
            throw Refusal.notFound();
          }
          T changed = work.in(connection);
          append(connection, caller, action, id);
          return changed;
        });
  }

  private Subscription found(Connection connection, UUID id) throws SQLException {
    return subscriptions.find(connection, id, new Whose(Optional.empty())).orElseThrow();
  }

  private void append(Connection connection, Caller caller, AuditAction action, UUID id)
      throws SQLException {
    audit.append(connection, caller, action, id.toString(), Optional.empty(), 1);
  }

  private void requireRoom(Connection connection, Caller caller) throws SQLException {
    Whose own = new Whose(Optional.of(caller.clientId()));
    if (subscriptions.count(connection, own) >= settings.perClient()) {
      throw tooMany(settings.perClient());
    }
    if (subscriptions.count(connection, new Whose(Optional.empty())) >= settings.total()) {
      throw tooMany(settings.total());
    }
  }

  private static Refusal exists() {
    return Refusal.conflict(
        "subscription-exists",
        new Text("该地址已有订阅", "The address is subscribed already"),
        new Text(
            "该客户端已用此地址订阅了其他机关或者事件。请先终止原订阅，或者使用另一地址。",
            "This client has a subscription for the address with other organs or events. End that"
                + " one first, or take another address."),
        List.of(RegisterFault.ADDRESS_SUBSCRIBED.at("address")));
  }

  private static Refusal tooMany(int most) {
    return Refusal.conflict(
        "too-many-subscriptions",
        new Text("订阅过多", "Too many subscriptions"),
        new Text("请先终止不再使用的订阅。", "End subscriptions that are no longer used first."),
        List.of(RegisterFault.TOO_MANY_SUBSCRIPTIONS.at("address", Expected.atMost(most))));
  }

  static Refusal dropped() {
    return Refusal.conflict(
        "events-dropped",
        new Text("部分事件已不再保存", "Events are no longer kept"),
        new Text(
            "暂停时间超过事件保存期限，中间的事件已删除。请通过查询接口核对现状，再以 from 指明从何时继续。",
            "It was paused for longer than events are kept, and some are gone. Read the present"
                + " state over the API, and resume with from."),
        List.of(RegisterFault.FROM_REQUIRED.at("from")));
  }
}
