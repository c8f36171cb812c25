package disclosure.requests.registration;

import disclosure.edge.Caller;
import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.edge.StrictJson;
import disclosure.requests.store.Recorder;
import disclosure.requests.transaction.Reach;
import jakarta.enterprise.context.ApplicationScoped;
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

  /**
   * Looks what would become of posts, and stores nothing.
   *
   * @param posts applications as JSON
   */
  public List<Result> check(List<byte[]> posts, Caller caller, Reach reach) throws SQLException {
    return go(posts, caller, reach, false);
  }

  /** Registers what can be registered, in one transaction; one refusal spoils no other. */
  public List<Result> register(List<byte[]> posts, Caller caller, Reach reach) throws SQLException {
    return go(posts, caller, reach, true);
  }

  private List<Result> go(List<byte[]> posts, Caller caller, Reach reach, boolean store)
      throws SQLException {
    Recorder recorder = new Recorder(caller, reach, clock.instant());
    Result[] results = new Result[posts.size()];
    List<RegisterApplications.Post> sound = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      try {
        sound.add(
            new RegisterApplications.Post(
                reader.read(posts.get(i), ApplicationRequest.class), recorder));
        places.add(i);
      } catch (Refusal refusal) {
        results[i] = new Result(false, refusal.faults());
      }
    }
    List<Registration> registrations = store ? register.register(sound) : register.check(sound);
    for (int i = 0; i < places.size(); i++) {
      results[places.get(i)] = result(registrations.get(i));
    }
    return List.of(results);
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
