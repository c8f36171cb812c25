package disclosure.report.examined;

import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.report.examination.Examination;
import disclosure.report.examination.Examiner;
import disclosure.report.examination.document.Limits;
import disclosure.report.examination.document.NotReadable;
import disclosure.report.examined.letter.FindingsLetter;
import disclosure.report.fault.ReportFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Examines files that somebody waits for, one after the other. */
@ApplicationScoped
public class Examinations {

  /** How many files are examined at once; those of an archive are counted each. */
  public static final int MAX_FILES = 20;

  /** After that nothing more is begun; what is under way has limits of its own. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How many files are read at a time, whoever sent them: what reading takes of the heap. */
  private static final int PLACES = 2;

  private static final String FIELD = "file";

  private static final Logger LOG = Logger.getLogger(Examinations.class);

  private final Examiner examiner = new Examiner(Limits.USUAL);
  private final Clock clock;
  private final Semaphore places;

  /** Those of the places that may be taken for what nobody waits for. */
  private final Semaphore background;

  @Inject
  Examinations(Clock clock) {
    this(clock, PLACES);
  }

  Examinations(Clock clock, int places) {
    this.clock = clock;
    this.places = new Semaphore(places, true);
    this.background = new Semaphore(Math.max(1, places - 1), true);
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

    /** One that wasn't. */
    public static Examined unread(String file, Why why) {
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

    /** A file of an archive whose time was over before. */
    public static final Why NOT_REACHED =
        new Why(
            "NOT_REACHED",
            new Text("在保存期限内没有轮到核查此文件，请重新提交", "its turn didn't come in time: send it again"));

    /** A fault of the service's own. */
    public static final Why FAULT =
        new Why("FAULT", new Text("核查此文件时服务出错", "the service failed at this file"));

    /** By the code under which it was kept; a fault where a newer release knows another one. */
    public static Why named(String code) {
      return Stream.concat(
              Stream.of(NO_TIME_LEFT, NOT_REACHED),
              Arrays.stream(NotReadable.Reason.values()).map(Why::of))
          .filter(why -> why.code().equals(code))
          .findFirst()
          .orElse(FAULT);
    }

    /** As the readers say it. */
    public static Why of(NotReadable.Reason reason) {
      return new Why(reason.name(), new Text(reason.chinese(), reason.english()));
    }
  }

  /**
   * What became of each file, in their order. One that can't be read keeps no other from being
   * read.
   *
   * @throws Refusal 400 when an archive makes them too many
   */
  public List<Examined> of(List<SentFile> files) {
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

  /**
   * The letter on the one report that there is.
   *
   * @param sender who signs it; a place to fill in when nobody is named
   * @return a DOCX
   * @throws Refusal 400 when there is not one file; 422 when it can't be read
   */
  public byte[] letter(List<SentFile> files, Optional<String> sender) {
    List<Examined> examined = of(files);
    if (examined.size() != 1) {
      throw Refusal.invalid(InputFault.WRONG_COUNT.at(FIELD, Expected.between(1, 1)));
    }
    Examined one = examined.get(0);
    if (one.unread().isPresent()) {
      Text why = one.unread().get().message();
      throw Refusal.notPermitted(
          ReportFault.FILE_NOT_READABLE.at(FIELD, why.chinese(), why.english()));
    }
    return FindingsLetter.of(
        one.file(), one.examination().orElseThrow(), sender, LocalDate.now(clock));
  }

  /**
   * What became of each file, and where a year doesn't go on from the one before.
   *
   * @return an XLSX
   * @throws Refusal as {@link #of(List)}
   */
  public byte[] summary(List<SentFile> files) {
    return ExaminedWorkbook.of(of(files));
  }

  /** Where a year doesn't go on from the one before, in sentences to send back. */
  public static List<Text> breaks(List<Examined> examined) {
    return ReadFile.differences(examined).stream()
        .map(difference -> difference.sentence())
        .toList();
  }

  /** A file that was sent, or one that lies in it. */
  private record Match(SentFile file, OptionalInt within) {}

  /**
   * The one file of a name, those of archives by their path there.
   *
   * @return empty when there is none or more than one, or it can't be taken out of its archive
   * @throws Refusal 400 when archives make the files too many; 503 when there was no time to look
   */
  public Optional<SentFile> named(List<SentFile> files, String name) {
    Instant end = clock.instant().plus(PATIENCE);
    List<Match> matches = new ArrayList<>();
    int left = MAX_FILES - files.size();
    for (SentFile file : files) {
      if (!ReportArchive.isOne(file.content()) || !isArchive(file, looked(file, end))) {
        if (file.name().equals(name)) {
          matches.add(new Match(file, OptionalInt.empty()));
        }
        continue;
      }
      try (ReportArchive archive = opened(file, left + 1)) {
        left -= Math.max(1, archive.size()) - 1;
        for (int i = 0; i < archive.size(); i++) {
          if (cut(archive.name(i)).equals(name)) {
            matches.add(new Match(file, OptionalInt.of(i)));
          }
        }
      } catch (NotReadable broken) {
        // What can't be read has no name either.
      }
    }
    return matches.size() == 1 ? taken(matches.get(0), name) : Optional.empty();
  }

  /** 503: what was sent can't be read now, since others are. */
  public static Refusal tooMany() {
    return Refusal.unavailable(
        new Text(
            "正在核查的文件过多，请稍后重试，重复提交是安全的。",
            "Too many files are being read; try again later, sending again is safe."));
  }

  private Examined looked(SentFile file, Instant end) {
    Examined looked = examined(file, end);
    if (looked.unread().filter(Why.NO_TIME_LEFT::equals).isPresent()) {
      throw tooMany();
    }
    return looked;
  }

  private static Optional<SentFile> taken(Match match, String name) {
    if (match.within().isEmpty()) {
      return Optional.of(match.file());
    }
    try (ReportArchive archive = opened(match.file(), MAX_FILES)) {
      byte[] content = archive.content(match.within().getAsInt(), Limits.USUAL.bytes());
      return Optional.of(new SentFile(name, content));
    } catch (NotReadable broken) {
      return Optional.empty();
    }
  }

  private static String cut(String name) {
    return new SentFile(name, new byte[0]).name();
  }

  /** What became of a file by itself: an archive isn't opened. */
  public Examined of(SentFile file) {
    return examined(file, clock.instant().plus(PATIENCE));
  }

  /**
   * The same of one that nobody waits for: a place is always left to who does.
   *
   * @param content is asked for once there is a place
   */
  public Examined inBackground(String name, Supplier<byte[]> content) {
    Instant end = clock.instant().plus(PATIENCE);
    if (!await(background, end)) {
      return Examined.unread(name, Why.NO_TIME_LEFT);
    }
    try {
      if (!await(places, end)) {
        return Examined.unread(name, Why.NO_TIME_LEFT);
      }
      try {
        return read(new SentFile(name, content.get()));
      } catch (NotReadable refused) {
        return Examined.unread(name, Why.of(refused.reason()));
      } finally {
        places.release();
      }
    } finally {
      background.release();
    }
  }

  private Examined examined(SentFile file, Instant end) {
    if (!await(places, end)) {
      return Examined.unread(file.name(), Why.NO_TIME_LEFT);
    }
    try {
      return read(file);
    } finally {
      places.release();
    }
  }

  private Examined read(SentFile file) {
    try {
      return Examined.read(file.name(), examiner.examine(file.content()));
    } catch (NotReadable refused) {
      return Examined.unread(file.name(), Why.of(refused.reason()));
    } catch (RuntimeException fault) {
      // What was thrown may quote the file.
      LOG.errorf("A file was not examined: %s at %s", fault.getClass().getName(), where(fault));
      return Examined.unread(file.name(), Why.FAULT);
    }
  }

  private boolean await(Semaphore some, Instant end) {
    long left = Duration.between(clock.instant(), end).toMillis();
    try {
      return left > 0 && some.tryAcquire(left, TimeUnit.MILLISECONDS);
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

  private static ReportArchive opened(SentFile file, int most) {
    ReportArchive archive = new ReportArchive(file.content());
    if (archive.size() > most) {
      archive.close();
      throw Refusal.invalid(InputFault.TOO_MANY_VALUES.at(FIELD, Expected.atMost(MAX_FILES)));
    }
    try {
      archive.requireApart();
    } catch (NotReadable overlapping) {
      archive.close();
      throw overlapping;
    }
    return archive;
  }

  /** An archive in an archive is a file of an unknown format. */
  private List<Examined> within(SentFile file, int most, Instant end) {
    try (ReportArchive archive = opened(file, most)) {
      if (archive.size() == 0) {
        return List.of(Examined.unread(file.name(), Why.of(NotReadable.Reason.EMPTY)));
      }
      List<Examined> examined = new ArrayList<>();
      for (int i = 0; i < archive.size(); i++) {
        String name = cut(archive.name(i));
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
