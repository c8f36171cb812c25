package disclosure.report.examined;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.report.examination.Examination;
import disclosure.report.examination.Examiner;
import disclosure.report.examination.document.Limits;
import disclosure.report.examination.document.NotReadable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Examines files that somebody waits for, one after the other. */
@ApplicationScoped
public class Examinations {

  /** How many files are examined at once; those of an archive are counted each. */
  static final int MAX_FILES = 20;

  /** After that nothing more is begun; what is under way has limits of its own. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How many files are read at a time, whoever sent them: what reading takes of the heap. */
  private static final int PLACES = 2;

  private static final Logger LOG = Logger.getLogger(Examinations.class);

  private final Examiner examiner = new Examiner(Limits.USUAL);
  private final Clock clock;
  private final Semaphore places;

  @Inject
  Examinations(Clock clock) {
    this(clock, PLACES);
  }

  Examinations(Clock clock, int places) {
    this.clock = clock;
    this.places = new Semaphore(places, true);
  }

  /**
   * A file and what became of it.
   *
   * @param file its name; in an archive its path there
   * @param examination empty when it wasn't read
   * @param unread why it wasn't; empty when it was
   */
  public record Examined(String file, Optional<Examination> examination, Optional<Why> unread) {

    static Examined read(String file, Examination examination) {
      return new Examined(file, Optional.of(examination), Optional.empty());
    }

    static Examined unread(String file, Why why) {
      return new Examined(file, Optional.empty(), Optional.of(why));
    }
  }

  /** Why a file wasn't read: what programs know it by, and a sentence. */
  public record Why(String code, Text message) {

    /** What comes after the others, when these took too long. */
    public static final Why NO_TIME_LEFT =
        new Why(
            "NO_TIME_LEFT",
            new Text(
                "前面的文件用时过长，未核查此文件，请单独提交",
                "the files before took too long: send this one by itself"));

    /** A fault of the service's own. */
    public static final Why FAULT =
        new Why("FAULT", new Text("核查此文件时服务出错", "the service failed at this file"));

    static Why of(NotReadable.Reason reason) {
      return new Why(reason.name(), new Text(reason.chinese(), reason.english()));
    }
  }

  /**
   * What became of each file, in their order. One that can't be read keeps no other from being
   * read.
   *
   * @throws Refusal 400 when an archive makes them too many
   */
  List<Examined> of(List<SentFile> files) {
    Instant end = clock.instant().plus(PATIENCE);
    List<Examined> examined = new ArrayList<>();
    int left = MAX_FILES - files.size();
    for (SentFile file : files) {
      Examined first = examined(file, end);
      if (isArchive(file, first)) {
        List<Examined> within = within(file, left + 1, end);
        left -= within.size() - 1;
        examined.addAll(within);
      } else {
        examined.add(first);
      }
    }
    return examined;
  }

  /** What became of a file by itself: an archive isn't opened. */
  public Examined of(SentFile file) {
    return examined(file, clock.instant().plus(PATIENCE));
  }

  private Examined examined(SentFile file, Instant end) {
    if (!awaitPlace(end)) {
      return Examined.unread(file.name(), Why.NO_TIME_LEFT);
    }
    try {
      return Examined.read(file.name(), examiner.examine(file.content()));
    } catch (NotReadable refused) {
      return Examined.unread(file.name(), Why.of(refused.reason()));
    } catch (RuntimeException fault) {
      // What was thrown may quote the file.
      LOG.errorf("A file was not examined: %s at %s", fault.getClass().getName(), where(fault));
      return Examined.unread(file.name(), Why.FAULT);
    } finally {
      places.release();
    }
  }

  private boolean awaitPlace(Instant end) {
    long left = Duration.between(clock.instant(), end).toMillis();
    try {
      return left > 0 && places.tryAcquire(left, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String where(RuntimeException fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    return trace.length == 0 ? "?" : trace[0].toString();
  }

  private static boolean isArchive(SentFile file, Examined examined) {
    return ReportArchive.isOne(file.content())
        && examined.unread().filter(Why.of(NotReadable.Reason.UNKNOWN_FORMAT)::equals).isPresent();
  }

  /** An archive in an archive is a file of an unknown format. */
  private List<Examined> within(SentFile file, int most, Instant end) {
    try (ReportArchive archive = new ReportArchive(file.content())) {
      if (archive.size() > most) {
        throw FormFiles.tooMany();
      }
      if (archive.size() == 0) {
        return List.of(Examined.unread(file.name(), Why.of(NotReadable.Reason.EMPTY)));
      }
      List<Examined> examined = new ArrayList<>();
      for (int i = 0; i < archive.size(); i++) {
        String name = new SentFile(archive.name(i), new byte[0]).name();
        try {
          byte[] content = archive.content(i, Limits.USUAL.bytes());
          examined.add(examined(new SentFile(name, content), end));
        } catch (NotReadable refused) {
          examined.add(Examined.unread(name, Why.of(refused.reason())));
        }
      }
      return examined;
    } catch (NotReadable broken) {
      return List.of(Examined.unread(file.name(), Why.of(broken.reason())));
    }
  }
}
