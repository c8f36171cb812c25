package disclosure.report.examined.batch;

import disclosure.report.examination.document.Limits;
import disclosure.report.examination.document.NotReadable;
import disclosure.report.examined.Examinations;
import disclosure.report.examined.Examinations.Examined;
import disclosure.report.examined.Examinations.Why;
import disclosure.report.examined.ReportArchive.Stretch;
import disclosure.storage.job.JobKind;
import disclosure.storage.job.Jobs;
import disclosure.storage.job.Piece;
import disclosure.storage.job.Postponed;
import disclosure.storage.job.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;

/** Examines the files of archives, one after the other; one that can't be read stops no other. */
@ApplicationScoped
class BatchWork implements JobKind {

  private static final Duration NO_PLACE = Duration.ofSeconds(1);
  private static final int MAX_FILE = Limits.USUAL.bytes();
  private static final int BUFFER = 64 << 10;

  /** A file that takes more than there is takes it again: twice tells one that was unlucky. */
  private static final int TRIES = 2;

  private final Batches batches;
  private final Archives archives;
  private final BatchFiles files;
  private final Examinations examinations;
  private final BatchSettings settings;

  BatchWork(
      Batches batches,
      Archives archives,
      BatchFiles files,
      Examinations examinations,
      BatchSettings settings) {
    this.batches = batches;
    this.archives = archives;
    this.files = files;
    this.examinations = examinations;
    this.settings = settings;
  }

  @Override
  public String name() {
    return Batches.JOB;
  }

  @Override
  public int workers() {
    return settings.workers();
  }

  @Override
  public boolean looksWithoutWorkers() {
    // What is old is forgotten also where nobody examines.
    return true;
  }

  @Override
  public boolean takesTurns() {
    return true;
  }

  @Override
  public void look(Connection connection, Jobs jobs) throws SQLException {
    batches.forget(connection, settings.retention());
  }

  @Override
  public void finished(Connection connection, UUID job) throws SQLException {
    batches.finish(connection, job);
  }

  @Override
  public void cancelled(Connection connection, UUID job) throws SQLException {
    batches.cancelled(connection, job);
  }

  @Override
  public Result work(Piece piece) {
    int number = Integer.parseInt(piece.key());
    Optional<Stretch> file = files.pending(piece.jobId(), number);
    if (file.isEmpty()) {
      return (connection, rows) -> Progress.finished(0);
    }
    Examined examined =
        piece.attempts() < TRIES
            ? examinations.inBackground(file.get().name(), () -> content(piece.jobId(), file.get()))
            : Examined.unread(file.get().name(), Why.FAULT);
    if (examined.unread().filter(Why.NO_TIME_LEFT::equals).isPresent()) {
      throw new Postponed(NO_PLACE);
    }
    return (connection, rows) -> {
      files.store(connection, piece.jobId(), number, examined);
      return Progress.finished(1);
    };
  }

  private byte[] content(UUID job, Stretch file) {
    if (file.encrypted()) {
      throw new NotReadable(NotReadable.Reason.ENCRYPTED);
    }
    if (file.bytes() > MAX_FILE) {
      throw new NotReadable(NotReadable.Reason.TOO_LARGE);
    }
    byte[] packed = packed(job, file);
    return switch (file.method()) {
      case ZipEntry.STORED -> packed;
      case ZipEntry.DEFLATED -> inflated(packed);
      default -> throw new NotReadable(NotReadable.Reason.BROKEN);
    };
  }

  /** It may lie in several parts of the archive. */
  private byte[] packed(UUID job, Stretch file) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream((int) file.bytes());
    while (packed.size() < file.bytes()) {
      long place = file.place() + packed.size();
      int from = (int) (place % StoredArchive.CHUNK);
      int most = (int) Math.min(StoredArchive.CHUNK - from, file.bytes() - packed.size());
      byte[] some = archives.chunk(job, (int) (place / StoredArchive.CHUNK), from, most);
      if (some.length == 0) {
        throw new NotReadable(NotReadable.Reason.BROKEN);
      }
      packed.writeBytes(some);
    }
    return packed.toByteArray();
  }

  static byte[] inflated(byte[] packed) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER];
      while (!inflater.finished()) {
        int some = inflater.inflate(buffer);
        if (some == 0 && !inflater.finished()) {
          throw new NotReadable(NotReadable.Reason.BROKEN);
        }
        content.write(buffer, 0, some);
        if (content.size() > MAX_FILE) {
          throw new NotReadable(NotReadable.Reason.TOO_LARGE);
        }
      }
      return content.toByteArray();
    } catch (DataFormatException broken) {
      throw new NotReadable(NotReadable.Reason.BROKEN);
    } finally {
      inflater.end();
    }
  }
}
