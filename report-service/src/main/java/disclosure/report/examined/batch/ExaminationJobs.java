package disclosure.report.examined.batch;

import disclosure.edge.Caller;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.page.UploadedForm;
import disclosure.report.examination.document.NotReadable;
import disclosure.report.examined.ExaminedWorkbook;
import disclosure.report.examined.ReadFile;
import disclosure.report.examined.ReportArchive;
import disclosure.report.examined.ReportArchive.Stretch;
import disclosure.report.examined.SentFile;
import disclosure.report.fault.ReportFault;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What the caller does with archives that are examined in the background, wherever they come from.
 */
@RequestScoped
public class ExaminationJobs {

  /** How many files an archive may have. */
  public static final int MAX_FILES = 1_000;

  private static final String FIELD = "file";

  /** What may come beside an archive in a form. */
  private static final UploadedForm.Bounds FORM =
      new UploadedForm.Bounds(ArchiveSink.MAX_BYTES + (64 << 10), 1, 10);

  /** What opening an archive may read of it: its list of so many files, and what stands around. */
  private static final long MAX_INDEX = 4L << 20;

  private final Batches batches;
  private final Archives archives;
  private final BatchFiles files;
  private final CurrentCaller caller;

  ExaminationJobs(Batches batches, Archives archives, BatchFiles files, CurrentCaller caller) {
    this.batches = batches;
    this.archives = archives;
    this.files = files;
    this.caller = caller;
  }

  private Owner owner() {
    Caller known = caller.get();
    return new Owner(known.clientId(), known.person());
  }

  /** Brings an archive. */
  private interface Bringing {

    /** Gives on all that comes, and tells what it is called. */
    String to(ArchiveSink sink) throws IOException;
  }

  /**
   * Takes an archive as it comes, part by part, and orders its files.
   *
   * @throws Refusal 400 when it holds no file, or too many; 413 when it is longer than 256 MiB; 422
   *     when it is no ZIP; 429 when the client has two under way; 503 when there is no room
   */
  public ExaminationJob order(InputStream body, Optional<String> fileName) throws IOException {
    return order(
        sink -> {
          body.transferTo(sink);
          return fileName.orElse("");
        });
  }

  /**
   * The same of a form with the archive, as {@code file}.
   *
   * @throws Refusal as {@link #order(InputStream, Optional)}
   */
  public ExaminationJob order(InputStream body, String contentType) throws IOException {
    return order(sink -> UploadedForm.of(body, contentType, FORM, sink).fileName(FIELD).orElse(""));
  }

  private ExaminationJob order(Bringing bringing) throws IOException {
    Owner owner = owner();
    UUID job = archives.begin(owner);
    boolean ordered = false;
    try {
      ArchiveSink sink = new ArchiveSink((number, bytes) -> archives.add(job, number, bytes));
      String name = new SentFile(bringing.to(sink), new byte[0]).name();
      long bytes = sink.finish();
      if (bytes == 0) {
        throw Refusal.invalid(InputFault.REQUIRED.at(FIELD));
      }
      batches.order(job, owner, name, bytes, stretches(job, bytes));
      ordered = true;
      return batches.find(job, owner).orElseThrow(Refusal::notFound);
    } finally {
      if (!ordered) {
        batches.drop(job);
      }
    }
  }

  private List<Stretch> stretches(UUID job, long bytes) {
    // A list of entries is bounded by what is read of it; then each is looked up where it lies.
    StoredArchive stored =
        new StoredArchive(
            bytes, MAX_INDEX, number -> archives.chunk(job, number, 0, StoredArchive.CHUNK));
    try (ReportArchive archive = ReportArchive.of(stored)) {
      int size = archive.size();
      if (size > MAX_FILES) {
        throw Refusal.invalid(InputFault.TOO_MANY_VALUES.at(FIELD, Expected.atMost(MAX_FILES)));
      }
      if (size == 0) {
        throw new NotReadable(NotReadable.Reason.EMPTY);
      }
      return archive.stretches();
    } catch (NotReadable refused) {
      throw Refusal.notPermitted(
          ReportFault.FILE_NOT_READABLE.at(
              FIELD, refused.reason().chinese(), refused.reason().english()));
    }
  }

  /** The caller's jobs, the newest first. */
  public List<ExaminationJob> list() {
    return batches.list(owner());
  }

  /**
   * How far a job is.
   *
   * @throws Refusal 404 when there is none, or it is somebody else's
   */
  public ExaminationJob job(String id) {
    return batches.find(Parameters.id(id), owner()).orElseThrow(Refusal::notFound);
  }

  /**
   * Ends a job before its time; one that is over stays so.
   *
   * @throws Refusal 404 as {@link #job}
   */
  public ExaminationJob cancel(String id) {
    ExaminationJob job = job(id);
    if (!job.over()) {
      batches.cancel(job.id());
    }
    return job(id);
  }

  /**
   * What became of the files of a job, in their order.
   *
   * @param after the number of the last one that is known; 0 for none
   * @throws Refusal 404 as {@link #job}
   */
  public List<BatchFile> files(String id, int after, int limit, Locale language) {
    return files.list(job(id).id(), after, limit, language);
  }

  /**
   * The same by organ and year, from so many on.
   *
   * @throws Refusal 404 as {@link #job}
   */
  public List<BatchFile> byOrgan(String id, int from, int limit, Locale language) {
    return files.byOrgan(job(id).id(), from, limit, language);
  }

  /**
   * What became of one of them.
   *
   * @throws Refusal 404 as {@link #job}, and while nothing became of it
   */
  public ReadFile file(String id, int number) {
    return files.file(job(id).id(), number).orElseThrow(Refusal::notFound);
  }

  /**
   * What became of all that are done as an XLSX, by organ and year. One is held at a time.
   *
   * @throws Refusal 404 as {@link #job}
   */
  public byte[] summary(String id) {
    UUID job = job(id).id();
    ExaminedWorkbook workbook = new ExaminedWorkbook();
    for (int number : files.byOrgan(job)) {
      files.file(job, number).ifPresent(workbook::add);
    }
    return workbook.finished();
  }
}
