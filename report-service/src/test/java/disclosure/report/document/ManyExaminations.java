package disclosure.report.document;

import disclosure.report.document.ofd.OfdDocument;
import disclosure.report.document.office.DocxDocument;
import disclosure.report.document.office.XlsxDocument;
import disclosure.report.document.print.HtmlDocument;
import disclosure.report.document.print.PdfDocument;
import disclosure.report.examination.Examiner;
import disclosure.report.examination.document.Limits;
import disclosure.report.form.AnnualReport;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures how long it takes to examine 500 reports, a fifth in each format, on two threads. */
final class ManyExaminations {

  private static final int REPORTS = 500;
  private static final int DRAWN = 20;
  private static final int THREADS = 2;

  private ManyExaminations() {}

  /** Prints the figures. */
  public static void main(String[] arguments) throws Exception {
    List<byte[]> files = files();
    Examiner examiner = new Examiner(Limits.USUAL);
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    long before = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<Integer>> read = new ArrayList<>();
    for (int i = 0; i < REPORTS; i++) {
      byte[] file = files.get(i % files.size());
      read.add(threads.submit(() -> examiner.examine(file).applications().rows().size()));
    }
    int rows = 0;
    for (Future<Integer> one : read) {
      rows += one.get();
    }
    threads.shutdown();
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    System.out.printf(
        "%d reports, %d rows of table three: %.1f s, peak heap %d MB%n",
        REPORTS, rows, (System.nanoTime() - before) / 1e9, peak >> 20);
  }

  private static List<byte[]> files() {
    PdfDocument pdf = new PdfDocument(Optional.empty());
    OfdDocument ofd = new OfdDocument(pdf);
    Random random = new Random(7);
    List<byte[]> files = new ArrayList<>();
    for (int i = 0; i < DRAWN; i++) {
      AnnualReport report = RandomReports.next(random, 2024);
      files.add(new HtmlDocument().render(report));
      files.add(new DocxDocument().render(report));
      files.add(new XlsxDocument().render(report));
      files.add(pdf.render(report));
      files.add(ofd.render(report));
    }
    return files;
  }
}
