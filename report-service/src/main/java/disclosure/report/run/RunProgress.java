package disclosure.report.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.report.publication.Digests;
import disclosure.report.run.watch.Progress;
import disclosure.requests.contract.OrganCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a run is.
 *
 * @param total how many reports it goes over; absent until they are all known
 * @param done how many are done
 * @param failed how many can't be done
 * @param obstructed how many of those done have checks that stand against publication
 * @param perSecond reports finished per second: in the last minute, or once it is over on the whole
 * @param remainingSeconds how long the rest takes at that rate, once there is one
 * @param problem why it does not get on just now, in words a clerk understands
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RunProgress(
    UUID id,
    OrganCode organCode,
    int year,
    Run.Kind kind,
    List<String> formats,
    State state,
    Optional<Long> total,
    long done,
    long failed,
    long obstructed,
    double perSecond,
    Optional<Long> remainingSeconds,
    Instant requestedAt,
    Optional<Instant> finishedAt,
    Optional<String> problem)
    implements Progress {

  /** A defensive copy is kept. */
  public RunProgress {
    formats = List.copyOf(formats);
  }

  /** The time by which the present rate is measured. */
  static final Duration RATE_WINDOW = Duration.ofMinutes(1);

  /** How far. */
  @Schema(name = "RunState")
  public enum State {
    /** Its reports are being listed. */
    PLANNING,
    /** Its reports are worked on. */
    RUNNING,
    /** Every report is done or failed. */
    FINISHED
  }

  static RunProgress of(Run run, RunItems.OutcomeCounts sums) {
    State state =
        run.finishedAt().isPresent()
            ? State.FINISHED
            : run.plannedAt().isPresent() ? State.RUNNING : State.PLANNING;
    double seconds =
        run.plannedAt()
            .map(from -> Duration.between(from, run.finishedAt().orElse(sums.at())))
            .map(time -> time.toMillis() / 1000.0)
            .orElse(0.0);
    boolean over = state == State.FINISHED;
    double time = over ? seconds : Math.min(RATE_WINDOW.toSeconds(), seconds);
    long finished = over ? sums.worked() : sums.recently();
    double rate = time > 0 ? Math.round(100 * finished / time) / 100.0 : 0;
    long left = sums.total() - sums.done() - sums.failed();
    return new RunProgress(
        run.id(),
        run.organ(),
        run.year(),
        run.kind(),
        run.formats().stream().map(format -> format.extension()).toList(),
        state,
        run.plannedAt().map(at -> sums.total()),
        sums.done(),
        sums.failed(),
        sums.obstructed(),
        rate,
        state == State.RUNNING && rate > 0
            ? Optional.of((long) Math.ceil(left / rate))
            : Optional.empty(),
        run.requestedAt(),
        run.finishedAt(),
        run.problem());
  }

  @Override
  public String tag() {
    return Digests.of(toString().getBytes(StandardCharsets.UTF_8)).sha256().substring(0, 22);
  }

  @Override
  public boolean finished() {
    return state == State.FINISHED;
  }
}
