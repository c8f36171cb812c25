package disclosure.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ManyDocumentsTest {

  @Test
  void ten_at_once_are_drawn_in_the_heap_of_a_service() throws Exception {
    assertThat(drawn(320, 2)).contains("10 PDF alike", "10 OFD alike");
  }

  @Test
  void one_set_of_fonts_serves_many_threads() throws Exception {
    assertThat(drawn(1024, 10)).contains("10 PDF alike", "10 OFD alike");
  }

  private static List<String> drawn(int heapMegabytes, int places)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + heapMegabytes + "m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                ManyDocuments.class.getName(),
                Integer.toString(places))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.lines().toList();
  }
}
