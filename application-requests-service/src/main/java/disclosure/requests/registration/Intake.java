package disclosure.requests.registration;

import disclosure.edge.Caller;
import disclosure.edge.Refusal;
import disclosure.edge.StrictJson;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.repetition.AskedBefore;
import disclosure.requests.repetition.Change;
import disclosure.requests.repetition.Duplicates;
import disclosure.requests.repetition.ExtendApplications;
import disclosure.requests.repetition.ExtendApplications.Row;
import disclosure.requests.repetition.Repeats;
import disclosure.requests.repetition.RowResult;
import disclosure.requests.store.Recorder;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.WriterTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The way into the register for ledgers: what is new is registered as over HTTP, and what is
 * registered gains the steps that its row has gained.
 */
@ApplicationScoped
public class Intake {

  private final RegisterApplications register;
  private final ExtendApplications extend;
  private final AskedBefore repetitions;
  private final WriterTransaction transaction;
  private final StrictJson reader;
  private final Clock clock;

  Intake(
      RegisterApplications register,
      ExtendApplications extend,
      AskedBefore repetitions,
      WriterTransaction transaction,
      StrictJson reader,
      Clock clock) {
    this.register = register;
    this.extend = extend;
    this.repetitions = repetitions;
    this.transaction = transaction;
    this.reader = reader;
    this.clock = clock;
  }

  /** A post that was read, and is not stored yet. */
  public static final class Prepared {
    private final RegisterApplications.Prepared post;
    private final Recorder recorder;

    private Prepared(RegisterApplications.Prepared post, Recorder recorder) {
      this.post = post;
      this.recorder = recorder;
    }

    private Stream<Row> row() {
      return post instanceof RegisterApplications.Prepared.Sound sound
          ? Stream.of(new Row(sound.application(), recorder))
          : Stream.empty();
    }

    private Optional<UUID> id() {
      return row().map(row -> row.said().id()).findFirst();
    }
  }

  /**
   * Looks what could be registered, and stores nothing; what is registered already is not looked
   * at.
   *
   * @param posts applications as JSON
   */
  public List<RowResult> check(List<byte[]> posts, Caller caller, Reach reach) throws SQLException {
    return look(posts, caller, reach, (connection, rows) -> Map.of(), false);
  }

  /**
   * Looks what would become of posts, also of those that are registered already, and which new ones
   * ask what the same person asked before; it stores nothing but that it was compared.
   *
   * @param posts applications as JSON
   */
  public List<RowResult> compare(
      List<byte[]> posts, Caller caller, Reach reach, Duplicates duplicates) throws SQLException {
    return look(
        posts,
        caller,
        reach,
        (connection, rows) -> extend.check(connection, rows, duplicates),
        true);
  }

  /** Looks what could be registered, and what is held back; nothing is compared or stored. */
  public List<RowResult> heldBack(
      List<byte[]> posts, Caller caller, Reach reach, Duplicates duplicates) throws SQLException {
    return look(
        posts,
        caller,
        reach,
        (connection, rows) -> extend.heldBack(connection, rows, duplicates),
        false);
  }

  private List<RowResult> look(
      List<byte[]> posts, Caller caller, Reach reach, Extending registered, boolean isCompared)
      throws SQLException {
    List<Prepared> prepared = new ArrayList<>();
    for (byte[] post : posts) {
      prepared.add(prepare(post, caller, reach));
    }
    return transaction.run(
        reach,
        connection -> {
          List<RowResult> results = settle(connection, prepared, registered, register::check);
          return isCompared
              ? repetitions.told(
                  connection,
                  caller,
                  prepared.stream().map(post -> post.row().map(Row::said).findFirst()).toList(),
                  results)
              : results;
        });
  }

  /**
   * Prepares a post, outside the transaction that it is stored in.
   *
   * @param post an application as JSON
   */
  public Prepared prepare(byte[] post, Caller caller, Reach reach) throws SQLException {
    Recorder recorder = new Recorder(caller, reach, clock.instant());
    try {
      return new Prepared(
          register.prepare(new RegisterApplications.Post(read(post), recorder, Optional.empty())),
          recorder);
    } catch (Refusal refusal) {
      return new Prepared(
          new RegisterApplications.Prepared.Settled(new Registration.Refused(refusal)), recorder);
    }
  }

  /**
   * Registers what can be registered, in the transaction at hand, and appends to what is registered
   * the steps that it lacks; one refusal spoils no other.
   *
   * @return what became of each, in their order
   */
  public List<RowResult> register(
      Connection connection, List<Prepared> posts, Duplicates duplicates) throws SQLException {
    return settle(
        connection,
        posts,
        (transaction, rows) -> extend.extend(transaction, rows, duplicates),
        register::register);
  }

  /**
   * What is done with rows that are registered or held back; others are missing in what it gives.
   */
  @FunctionalInterface
  private interface Extending {
    Map<UUID, RowResult> of(Connection connection, List<Row> rows) throws SQLException;
  }

  /** What is done with the others. */
  @FunctionalInterface
  private interface Registering {
    List<Registration> of(Connection connection, List<RegisterApplications.Prepared> posts)
        throws SQLException;
  }

  private static List<RowResult> settle(
      Connection connection, List<Prepared> posts, Extending registered, Registering others)
      throws SQLException {
    Map<UUID, RowResult> known =
        registered.of(connection, posts.stream().flatMap(Prepared::row).toList());
    List<RegisterApplications.Prepared> unknown =
        posts.stream()
            .filter(post -> post.id().filter(known::containsKey).isEmpty())
            .map(post -> post.post)
            .toList();
    Iterator<Registration> registrations = others.of(connection, unknown).iterator();
    return posts.stream()
        .map(post -> post.id().map(known::get).orElseGet(() -> result(registrations.next())))
        .toList();
  }

  private ApplicationRequest read(byte[] post) {
    return reader.read(post, ApplicationRequest.class);
  }

  static RowResult result(Registration registration) {
    if (registration instanceof Registration.Refused refused) {
      return Repeats.isDiffering(refused.refusal())
          ? new RowResult(
              Change.SET_ASIDE, List.of(RegisterFault.REGISTERED_BY_ANOTHER_IMPORT.at("")))
          : RowResult.refused(refused.refusal());
    }
    boolean created = ((Registration.Recorded) registration).created();
    return new RowResult(created ? Change.ADDED : Change.UNCHANGED, List.of());
  }
}
