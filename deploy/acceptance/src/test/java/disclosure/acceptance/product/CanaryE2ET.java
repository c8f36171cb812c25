package disclosure.acceptance.product;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.contract.OrganCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Who applied, and for what, is in the register alone: not in the heaps of the other services,
 * whose dump anybody may ask for, and in the clear in no file that the product leaves.
 */
@Tag("slow")
@ExtendWith(SampleStack.Shared.class)
@Execution(ExecutionMode.SAME_THREAD)
class CanaryE2ET {

  private static final String FIRST = "1199990000" + "%07d";
  private static final Duration DUMP = Duration.ofMinutes(3);

  private final String organ = organ();
  private final String name = "Name" + UUID.randomUUID();
  private final String identityNumber = "Id" + UUID.randomUUID();
  private final String contact = "Contact" + UUID.randomUUID();
  private final String subject = "Subject" + UUID.randomUUID();

  @Test
  void personal_data_are_in_no_heap_of_others_and_in_no_file(SampleStack sample) throws Exception {
    FileTime begin = Files.getLastModifiedTime(Files.createTempFile(Checkout.scratch(), "at", ""));
    Launch launch = sample.launch();
    Client client = launch.client();
    applications(client);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> counted(client).at("/rows/0/total").asInt() == 2);
    everythingIsAskedFor(client);

    for (String service : List.of("statistics-service", "report-service")) {
      Path dump = dump(launch.service(service));
      try {
        assertThat(holds(dump, organ)).as("the dump of %s tells something", service).isTrue();
        for (String secret : List.of(name, identityNumber, contact, subject)) {
          assertThat(holds(dump, secret)).as("%s in the heap of %s", secret, service).isFalse();
        }
      } finally {
        Files.delete(dump);
      }
    }
    for (Path file : files(launch.data(), begin)) {
      for (String secret : List.of(name, identityNumber, contact)) {
        assertThat(holds(file, secret)).as("%s in %s", secret, file).isFalse();
      }
      boolean stored = file.startsWith(launch.data().resolve("postgres"));
      assertThat(!stored && holds(file, subject)).as("the subject in %s", file).isFalse();
    }
  }

  private static String organ() {
    String first = FIRST.formatted(Math.abs(UUID.randomUUID().hashCode() % 10_000_000));
    return first + OrganCode.checkCharacter(first);
  }

  private void applications(Client client) {
    assertThat(
            client
                .put(
                    "administrator",
                    "requests",
                    "/organs/" + organ,
                    "{\"name\":\"某局\",\"kind\":\"DEPARTMENT\"}")
                .statusCode())
        .isEqualTo(201);
    assertThat(client.post("recorder", "requests", "/applications", application("1")).statusCode())
        .isEqualTo(201);
    client.orderLedger(
        organ,
        "登记编号,收到日期,收到方式,申请人类型,申请人,证件号码,联系方式,申请内容\n"
            + String.join(
                ",", "2", "2024-03-01", "网上", "公民", name, identityNumber, contact, subject)
            + "\n");
    String faulty = application("3").replace("ONLINE", name);
    assertThat(client.post("recorder", "requests", "/applications", faulty).statusCode())
        .isEqualTo(400);
  }

  private String application(String reference) {
    ObjectNode application =
        Client.JSON
            .createObjectNode()
            .put("organCode", organ)
            .put("sourceReference", reference)
            .put("receivedOn", "2024-03-01")
            .put("channel", "ONLINE")
            .put("subject", subject);
    application
        .putObject("applicant")
        .put("type", "NATURAL_PERSON")
        .put("name", name)
        .put("identityNumber", identityNumber)
        .put("contact", contact);
    return application.toString();
  }

  private JsonNode counted(Client client) {
    return client.get("analyst", "statistics", "/matrix?organ=" + organ + "&year=2024");
  }

  private void everythingIsAskedFor(Client client) {
    client.get(
        "analyst",
        "statistics",
        "/matrix/cell?organ=" + organ + "&year=2024&row=NEWLY_RECEIVED&column=TOTAL");
    client.bytes("recorder", "requests", "/applications/export?format=csv&organ=" + organ);
    client.bytes("recorder", "requests", "/applications/export?format=xlsx&organ=" + organ);
    client.get("editor", "report", "/reports/" + organ + "/2024/proposals");
  }

  /** All that is on the heap, also what nobody needs any more. */
  private static Path dump(ProcessHandle service) throws Exception {
    Path dump = Checkout.scratch().resolve("heap-" + service.pid() + ".hprof");
    Files.deleteIfExists(dump);
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(service.pid()),
                "GC.heap_dump",
                "-all",
                dump.toString())
            .redirectErrorStream(true)
            .redirectOutput(Checkout.scratch().resolve("jcmd.log").toFile())
            .start();
    assertThat(jcmd.waitFor(DUMP.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(dump).exists();
    return dump;
  }

  /** What the product wrote: its folder, and temporary files since the test began. */
  private static List<Path> files(Path data, FileTime begin) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> own = Files.walk(data);
        Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      Stream.concat(own, temporary.filter(file -> isSince(file, begin)))
          .filter(Files::isRegularFile)
          .filter(Files::isReadable)
          .forEach(found::add);
    }
    return found;
  }

  private static boolean isSince(Path file, FileTime begin) {
    try {
      return Files.getLastModifiedTime(file).compareTo(begin) >= 0;
    } catch (IOException gone) {
      return false;
    }
  }

  /** Whether the text stands in the file in any of the ways in which texts stand in memory. */
  private static boolean holds(Path file, String text) throws IOException {
    List<byte[]> forms =
        Stream.of(UTF_8, UTF_16LE, UTF_16BE).map(charset -> text.getBytes(charset)).toList();
    int longest = forms.stream().mapToInt(form -> form.length).max().orElseThrow();
    byte[] window = new byte[1 << 20];
    int kept = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      int read = in.readNBytes(window, kept, window.length - kept);
      while (read > 0) {
        int filled = kept + read;
        for (byte[] form : forms) {
          if (indexOf(window, filled, form) >= 0) {
            return true;
          }
        }
        kept = Math.min(longest, filled);
        System.arraycopy(window, filled - kept, window, 0, kept);
        read = in.readNBytes(window, kept, window.length - kept);
      }
    } catch (java.nio.file.NoSuchFileException gone) {
      return false;
    }
    return false;
  }

  private static int indexOf(byte[] in, int filled, byte[] form) {
    for (int at = 0; at <= filled - form.length; at++) {
      if (in[at] == form[0]
          && java.util.Arrays.equals(in, at, at + form.length, form, 0, form.length)) {
        return at;
      }
    }
    return -1;
  }
}
