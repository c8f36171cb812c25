package disclosure.report.document;

import disclosure.edge.Refusal;
import disclosure.report.form.AnnualReport;
import disclosure.report.form.TestReports;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Draws ten documents of a format at once, in a JVM of its own whose heap is that of a service. */
final class ManyDocuments {

  private static final int MANY = 10;

  private ManyDocuments() {}

  /** Takes the number of places; tells for each format how many documents are as the first is. */
  public static void main(String[] arguments) throws Exception {
    Documents documents =
        new Documents(settings(Integer.parseInt(arguments[0])), new SimpleMeterRegistry());
    AnnualReport report = TestReports.published();
    ExecutorService threads =
        Executors.newFixedThreadPool(
            MANY,
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            });
    for (DocumentFormat format : List.of(DocumentFormat.PDF, DocumentFormat.OFD)) {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<byte[]>> drawn = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        drawn.add(
            threads.submit(
                () -> {
                  start.await();
                  return drawn(documents, report, format);
                }));
      }
      start.countDown();
      byte[] first = drawn.get(0).get();
      int alike = 0;
      for (Future<byte[]> one : drawn) {
        alike += Arrays.equals(one.get(), first) ? 1 : 0;
      }
      System.out.println(alike + " " + format + " alike");
    }
  }

  private static DocumentSettings settings(int places) {
    return new DocumentSettings() {
      @Override
      public Optional<Path> fontsDirectory() {
        return Optional.empty();
      }

      @Override
      public int concurrentRenderings() {
        return places;
      }
    };
  }

  /** Asks again when it has waited too long, as a client does. */
  private static byte[] drawn(Documents documents, AnnualReport report, DocumentFormat format) {
    while (true) {
      try {
        return documents.render(report, format, "a client");
      } catch (Refusal refusal) {
        if (refusal.status() != 503) {
          throw refusal;
        }
      }
    }
  }
}
