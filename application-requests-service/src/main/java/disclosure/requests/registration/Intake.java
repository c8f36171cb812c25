package disclosure.requests.registration;

import disclosure.edge.Caller;
import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.edge.StrictJson;
import disclosure.requests.store.Recorder;
import disclosure.requests.transaction.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The way into the register for other features: the same as over HTTP. */
@ApplicationScoped
public class Intake {

  private final RegisterApplications register;
  private final StrictJson reader;
  private final Clock clock;

  Intake(RegisterApplications register, StrictJson reader, Clock clock) {
    this.register = register;
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * What became of a post, or would become of it.
   *
   * @param created whether it is the first of its key
   * @param faults why it is refused; empty when it is not
   */
  public record Result(boolean created, List<Fault> faults) {

    /** A defensive copy is kept. */
    public Result {
      faults = List.copyOf(faults);
    }

    /** Whether it is not taken. */
    public boolean isRefused() {
      return !faults.isEmpty();
    }
  }

  /** A post that was read, and is not stored yet. */
  public static final class Prepared {
    private final RegisterApplications.Prepared post;

    private Prepared(RegisterApplications.Prepared post) {
      this.post = post;
    }
  }

  /**
   * Looks what would become of posts, and stores nothing.
   *
   * @param posts applications as JSON
   */
  public List<Result> check(List<byte[]> posts, Caller caller, Reach reach) throws SQLException {
    Recorder recorder = new Recorder(caller, reach, clock.instant());
    Result[] results = new Result[posts.size()];
    List<RegisterApplications.Post> sound = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      try {
        sound.add(new RegisterApplications.Post(read(posts.get(i)), recorder));
        places.add(i);
      } catch (Refusal refusal) {
        results[i] = new Result(false, refusal.faults());
      }
    }
    List<Registration> registrations = register.check(sound);
    for (int i = 0; i < places.size(); i++) {
      results[places.get(i)] = result(registrations.get(i));
    }
    return List.of(results);
  }

  /**
   * Prepares a post, outside the transaction that it is stored in.
   *
   * @param post an application as JSON
   */
  public Prepared prepare(byte[] post, Caller caller, Reach reach) throws SQLException {
    try {
      return new Prepared(
          register.prepare(
              new RegisterApplications.Post(
                  read(post), new Recorder(caller, reach, clock.instant()))));
    } catch (Refusal refusal) {
      return new Prepared(
          new RegisterApplications.Prepared.Settled(new Registration.Refused(refusal)));
    }
  }

  /**
   * Registers what can be registered, in the transaction at hand; one refusal spoils no other.
   *
   * @return what became of each, in their order
   */
  public List<Result> register(Connection connection, List<Prepared> posts) throws SQLException {
    return register.register(connection, posts.stream().map(post -> post.post).toList()).stream()
        .map(Intake::result)
        .toList();
  }

  private ApplicationRequest read(byte[] post) {
    return reader.read(post, ApplicationRequest.class);
  }

  private static Result result(Registration registration) {
    if (registration instanceof Registration.Refused refused) {
      List<Fault> faults = refused.refusal().faults();
      return new Result(
          false,
          faults.isEmpty()
              ? List.of(Fault.of("", "暂时无法登记", "can't be registered just now"))
              : faults);
    }
    return new Result(((Registration.Recorded) registration).created(), List.of());
  }
}
