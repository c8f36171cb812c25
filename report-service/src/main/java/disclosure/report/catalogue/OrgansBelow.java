package disclosure.report.catalogue;

import disclosure.edge.Refusal;
import disclosure.report.statistics.DirectoryOrgan;
import disclosure.report.statistics.OrganDirectory;
import disclosure.requests.contract.OrganCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The organs below one, for everybody. While the register keeps one reader waiting in vain, the
 * others are refused at once: many who wait would take the places of those who ask for something
 * else.
 */
@ApplicationScoped
class OrgansBelow {

  private static final Duration IN_VAIN = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final OrganDirectory directory;
  private final AtomicReference<Silence> silence = new AtomicReference<>(Silence.NONE);

  OrgansBelow(OrganDirectory directory) {
    this.directory = directory;
  }

  /** That the register didn't answer, and until when nobody asks it again. */
  private record Silence(Optional<Refusal> refusal, long until) {

    static final Silence NONE = new Silence(Optional.empty(), 0);

    static Silence of(Refusal refusal) {
      return new Silence(Optional.of(refusal), System.nanoTime() + PAUSE.toNanos());
    }

    boolean isOver() {
      return System.nanoTime() - until >= 0;
    }
  }

  /**
   * Those directly below it when the year ended.
   *
   * @throws Refusal 503 when the register can't be asked
   */
  List<OrganCode> in(OrganCode above, int year) {
    Silence last = silence.get();
    Optional<Refusal> before = last.refusal();
    if (before.isPresent() && !isNext(last, before.get())) {
      throw before.get();
    }
    long begin = System.nanoTime();
    try {
      List<DirectoryOrgan> found = directory.below(above, LocalDate.of(year, 12, 31));
      silence.set(Silence.NONE);
      return found.stream().map(DirectoryOrgan::organCode).toList();
    } catch (Refusal refusal) {
      boolean inVain = refusal.status() == 503 && System.nanoTime() - begin >= IN_VAIN.toNanos();
      silence.set(inVain ? Silence.of(refusal) : Silence.NONE);
      throw refusal;
    }
  }

  /** One of those who ask after the pause finds out, and gives the others another one. */
  private boolean isNext(Silence last, Refusal refusal) {
    return last.isOver() && silence.compareAndSet(last, Silence.of(refusal));
  }
}
