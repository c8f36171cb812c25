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
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Who applied, beside whom, by whom and for what, and what was noted of it, is in the register
 * alone: not in the heaps of the other services, whose dump anybody may ask for, in no metric and
 * on no topic, and in the clear in no file that the product leaves.
 */
@Tag("slow")
@ExtendWith(SampleStack.Shared.class)
@Execution(ExecutionMode.SAME_THREAD)
class CanaryE2ET {

  private static final String FIRST = "1199990000" + "%07d";
  private static final String MARK = UUID.randomUUID().toString().substring(0, 8);
  private static final Duration DUMP = Duration.ofMinutes(3);
  private static final List<String> SERVICES = List.of("requests", "statistics", "report");
  private static final Map<String, Integer> MANAGEMENT =
      Map.of("requests", 9081, "statistics", 9082, "report", 9083);
  private static final int KAFKA = 19092;

  private final String organ = organ();
  private final String township = organ();
  private final String name = canary("Name");
  private final String identityNumber = canary("Id");
  private final String contact = canary("Contact");
  private final String jointName = canary("JointName");
  private final String jointNumber = canary("JointId");
  private final String agentName = canary("AgentName");
  private final String agentContact = canary("AgentContact");
  private final String correctedName = canary("CorrectedName");
  private final String note = canary("Note");
  private final String subject = canary("Subject");
  private final String opinionReason = canary("Opinion");
  private final String transferReason = canary("Transfer");

  /** What is encrypted wherever it is kept. */
  private final List<String> sealed =
      List.of(
          name,
          identityNumber,
          contact,
          jointName,
          jointNumber,
          agentName,
          agentContact,
          correctedName,
          note);

  /** What the register's database keeps as it was sent, and nobody else. */
  private final List<String> texts = List.of(subject, opinionReason, transferReason);

  private final List<String> all = Stream.of(sealed, texts).flatMap(List::stream).toList();

  @Test
  void personal_data_are_in_no_heap_of_others_and_in_no_file(SampleStack sample) throws Exception {
    FileTime begin = Files.getLastModifiedTime(Files.createTempFile(Checkout.scratch(), "at", ""));
    Launch launch = sample.launch();
    Client client = launch.client();
    applications(client);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> counted(client, organ) == 2 && counted(client, township) == 1);
    everythingIsAskedFor(client);

    for (String service : List.of("statistics-service", "report-service")) {
      Path dump = dump(launch.service(service));
      try {
        assertThat(found(dump, List.of(organ, township)))
            .as("the dump of %s tells something", service)
            .hasSize(2);
        assertThat(found(dump, all)).as("in the heap of %s", service).isEmpty();
      } finally {
        Files.delete(dump);
      }
    }
    for (Path file : files(launch.data(), begin)) {
      boolean stored = file.startsWith(launch.data().resolve("postgres"));
      assertThat(found(file, stored ? sealed : all)).as("in %s", file).isEmpty();
    }
    for (String service : SERVICES) {
      assertThat(metrics(launch.port(MANAGEMENT.get(service))))
          .as("metrics of %s", service)
          .contains("jvm_memory_used_bytes")
          .doesNotContain(all);
    }
    assertThat(published(launch.port(KAFKA))).contains(organ, township).doesNotContain(all);
  }

  private static String canary(String what) {
    return MARK + what + UUID.randomUUID();
  }

  private static String organ() {
    String first = FIRST.formatted(Math.abs(UUID.randomUUID().hashCode() % 10_000_000));
    return first + OrganCode.checkCharacter(first);
  }

  private void applications(Client client) {
    for (String one : List.of(organ, township)) {
      assertThat(
              client
                  .put(
                      "administrator",
                      "requests",
                      "/organs/" + one,
                      "{\"name\":\"某局\",\"kind\":\"DEPARTMENT\"}")
                  .statusCode())
          .isEqualTo(201);
    }
    String id = posted(client, "1").get("id").asText();
    handle(client, id);
    consult(client, id);
    handOver(client);
    client.orderLedger(
        organ,
        "登记编号,收到日期,收到方式,申请人类型,申请人,证件号码,联系方式,申请内容\n"
            + String.join(
                ",", "2", "2024-03-01", "网上", "公民", name, identityNumber, contact, subject)
            + "\n");
    for (String faulty :
        List.of(
            application("3").replace("ONLINE", name),
            application("3").replace("NATURAL_PERSON", agentName),
            application("3").replace("2024-03-01", jointName))) {
      assertThat(client.post("recorder", "requests", "/applications", faulty).statusCode())
          .isEqualTo(400);
    }
  }

  private JsonNode posted(Client client, String reference) {
    HttpResponse<String> answer =
        client.post("recorder", "requests", "/applications", application(reference));
    assertThat(answer.statusCode()).isEqualTo(201);
    return Client.json(answer);
  }

  private void handle(Client client, String id) {
    HttpResponse<String> handled =
        client.putIfMatching(
            "recorder",
            "requests",
            "/applications/" + id + "/handling",
            Client.JSON.createObjectNode().put("handler", "0417").put("note", note).toString(),
            "\"0\"");
    assertThat(handled.statusCode()).as(handled.body()).isEqualTo(200);
  }

  /** 《条例》第三十二条. */
  private void consult(Client client, String id) {
    step(client, id, step("THIRD_PARTY_CONSULTED", "2024-03-05"));
    step(
        client,
        id,
        step("THIRD_PARTY_REPLIED", "2024-03-11")
            .put("opinion", "REFUSES")
            .put("opinionReason", opinionReason));
  }

  /** The copy that the other organ has of it is corrected there. */
  private void handOver(Client client) {
    String sent = posted(client, "4").get("id").asText();
    String copy =
        step(
                client,
                sent,
                step("TRANSFERRED", "2024-03-05")
                    .put("toOrgan", township)
                    .put("reason", transferReason))
            .at("/transferredTo/id")
            .asText();
    ObjectNode corrected = step("RECEIPT_CORRECTED", "2024-03-06").put("reason", "姓名有误");
    corrected.putObject("applicant").put("name", correctedName);
    step(client, copy, corrected);
  }

  private static ObjectNode step(String type, String on) {
    return Client.JSON.createObjectNode().put("type", type).put("on", on);
  }

  private static JsonNode step(Client client, String id, ObjectNode step) {
    HttpResponse<String> answer =
        client.post("recorder", "requests", "/applications/" + id + "/steps", step.toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Client.json(answer);
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
    ObjectNode applicant =
        application
            .putObject("applicant")
            .put("type", "NATURAL_PERSON")
            .put("name", name)
            .put("identityNumber", identityNumber)
            .put("contact", contact);
    applicant
        .putArray("jointApplicants")
        .addObject()
        .put("name", jointName)
        .put("identityNumber", jointNumber);
    applicant.putObject("agent").put("name", agentName).put("contact", agentContact);
    return application.toString();
  }

  private static int counted(Client client, String organ) {
    return client
        .get("analyst", "statistics", "/matrix?organ=" + organ + "&year=2024")
        .at("/rows/0/total")
        .asInt();
  }

  private void everythingIsAskedFor(Client client) {
    for (String one : List.of(organ, township)) {
      client.get(
          "analyst",
          "statistics",
          "/matrix/cell?organ=" + one + "&year=2024&row=NEWLY_RECEIVED&column=TOTAL");
      client.bytes("recorder", "requests", "/applications/export?format=csv&organ=" + one);
      client.bytes("recorder", "requests", "/applications/export?format=xlsx&organ=" + one);
      client.get("editor", "report", "/reports/" + one + "/2024/proposals");
      String sought =
          Client.JSON
              .createObjectNode()
              .put("organCode", one)
              .put("applicantName", name)
              .put("identityNumber", identityNumber)
              .toString();
      assertThat(client.post("recorder", "requests", "/applications/search", sought).statusCode())
          .isEqualTo(200);
    }
  }

  private static String metrics(int port) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/metrics")).build(),
            BodyHandlers.ofString())
        .body();
  }

  /** All keys, headers and values on all topics. */
  private static String published(int port) {
    StringBuilder all = new StringBuilder();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", "127.0.0.1:" + port),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofSeconds(1))
            .forEach(
                record -> {
                  Stream.of(record.key(), record.value()).forEach(part -> add(all, part));
                  record.headers().forEach(header -> add(all, header.value()));
                });
      }
    }
    return all.toString();
  }

  private static void add(StringBuilder all, byte[] part) {
    if (part != null) {
      all.append(new String(part, UTF_8)).append('\n');
    }
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
    try (Stream<Path> own = Files.walk(data)) {
      own.filter(Files::isRegularFile).filter(Files::isReadable).forEach(found::add);
    }
    addTemporary(new File(System.getProperty("java.io.tmpdir")), begin, found);
    return found;
  }

  /** Others may have theirs there, unreadable or gone by now. */
  private static void addTemporary(File folder, FileTime begin, List<Path> found) {
    for (File file : Optional.ofNullable(folder.listFiles()).orElse(new File[0])) {
      if (Files.isSymbolicLink(file.toPath())) {
        continue;
      }
      if (file.isDirectory()) {
        addTemporary(file, begin, found);
      } else if (file.isFile() && file.canRead() && isSince(file.toPath(), begin)) {
        found.add(file.toPath());
      }
    }
  }

  private static boolean isSince(Path file, FileTime begin) {
    try {
      return Files.getLastModifiedTime(file).compareTo(begin) >= 0;
    } catch (IOException gone) {
      return false;
    }
  }

  /** Which of the texts stand in the file, in any of the ways in which texts stand in memory. */
  private static Set<String> found(Path file, List<String> texts) throws IOException {
    List<Searched> searched =
        Stream.of(UTF_8, UTF_16LE, UTF_16BE)
            .flatMap(charset -> texts.stream().map(text -> new Searched(text, charset)))
            .toList();
    // Few are looked for, since all texts begin alike.
    Collection<List<Searched>> byBeginning =
        searched.stream()
            .collect(Collectors.groupingBy(one -> ByteBuffer.wrap(one.beginning())))
            .values();
    int longest = searched.stream().mapToInt(one -> one.whole().length).max().orElseThrow();
    Set<String> found = new TreeSet<>();
    byte[] window = new byte[1 << 20];
    int kept = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      int read = in.readNBytes(window, kept, window.length - kept);
      while (read > 0) {
        int filled = kept + read;
        byBeginning.forEach(alike -> find(window, filled, alike, found));
        kept = Math.min(longest, filled);
        System.arraycopy(window, filled - kept, window, 0, kept);
        read = in.readNBytes(window, kept, window.length - kept);
      }
    } catch (NoSuchFileException gone) {
      return found;
    }
    return found;
  }

  /** A text as bytes. */
  private record Searched(String text, byte[] beginning, byte[] whole) {

    Searched(String text, Charset charset) {
      this(text, text.substring(0, MARK.length()).getBytes(charset), text.getBytes(charset));
    }
  }

  private static void find(byte[] in, int filled, List<Searched> alike, Set<String> found) {
    byte[] beginning = alike.get(0).beginning();
    int last = beginning.length - 1;
    for (int at = 0; at + last < filled; at++) {
      if (in[at] == beginning[0]
          && in[at + last] == beginning[last]
          && stands(in, filled, at, beginning)) {
        for (Searched one : alike) {
          if (stands(in, filled, at, one.whole())) {
            found.add(one.text());
          }
        }
      }
    }
  }

  private static boolean stands(byte[] in, int filled, int at, byte[] form) {
    return at + form.length <= filled
        && Arrays.equals(in, at, at + form.length, form, 0, form.length);
  }
}
