package disclosure.requests.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys are unwrapped by a KMS that answers over HTTP, well or badly. */
class KmsKeysTest {

  private static final String WRAPPED = "vault:v1:8SDd3WHDOjf7mq69CyCqYjBXAiQQAVZRkFM96XVZ";
  private static final String SECRET = Base64.getEncoder().encodeToString(filled());
  private static final Cell CELL = new Cell("application", "name", new UUID(1, 2));

  @TempDir private Path folder;

  private final AtomicInteger calls = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;
  private Path token;

  private volatile int status = 200;
  private volatile String answer = answer(SECRET);
  private volatile boolean silent;

  @BeforeEach
  void start() throws IOException {
    token = Files.writeString(folder.resolve("token"), "s.unwraps\n");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext("/v1/transit/decrypt/disclosure", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    String asked =
        new ObjectMapper().readTree(exchange.getRequestBody()).path("ciphertext").textValue();
    boolean known = WRAPPED.equals(asked);
    boolean allowed = "s.unwraps".equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"));
    if (silent) {
      try {
        over.await();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }
    byte[] body = answer.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Location", "/elsewhere");
    exchange.sendResponseHeaders(allowed ? known ? status : 400 : 403, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void a_wrapped_key_is_as_good_as_one_in_the_clear() {
    KeyRing wrapped = KeyRing.parse(List.of("1 " + WRAPPED + " SM4-GCM"), kms());
    KeyRing clear = KeyRing.parse(List.of("1 " + SECRET + " SM4-GCM"), kms());
    assertThat(wrapped.isSame(clear)).isTrue();
    assertThat(calls).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource({
    "400, doesn't know the key",
    "302, answers with status 302",
    "403, refuses the token (KMS_TOKEN_FILE)",
    "404, has nothing at that address",
    "503, is sealed",
    "500, answers with status 500"
  })
  void what_the_kms_refuses_is_said_in_one_sentence(int refused, String sentence) {
    status = refused;
    assertUnusable(sentence);
  }

  @Test
  void what_is_no_key_is_not_taken_for_one_and_not_quoted() {
    for (String none :
        List.of(
            "", "{", "[]", "{\"data\":{}}", "{\"data\":{\"plaintext\":7}}", answer("SECRET!"))) {
      answer = none;
      assertUnusable("answers what is no key");
    }
    answer = answer(Base64.getEncoder().encodeToString(new byte[32]));
    assertUnusable("has a key of 32 bytes; SM4-GCM takes 16");
    answer = " ".repeat(20_000) + answer(SECRET);
    assertUnusable("answers more than a key");
  }

  @Test
  void a_kms_that_says_nothing_is_not_waited_for() {
    silent = true;
    assertUnusable("doesn't answer in time");
  }

  @Test
  void a_kms_that_is_away_is_said_to_be() {
    server.stop(0);
    assertUnusable("can't be reached");
  }

  @Test
  void a_token_that_is_refused_missing_or_broken_is_named() throws IOException {
    Files.writeString(token, "s.other");
    assertUnusable("refuses the token (KMS_TOKEN_FILE)");
    Files.writeString(token, "s.unw\nraps");
    assertUnusable("needs the token of the KMS (KMS_TOKEN_FILE)");
    Files.delete(token);
    assertUnusable("needs the token of the KMS (KMS_TOKEN_FILE)");
  }

  @Test
  void a_wrapped_key_needs_a_kms() {
    assertThatThrownBy(() -> KeyRing.parse(List.of("1 " + WRAPPED), Unwrapping::none))
        .hasMessage(
            "Line 1 of the key ring (KEYRING_FILE) is wrapped by a KMS, and KMS_URL names none");
  }

  @Test
  void tokens_are_sent_over_tls_or_to_this_machine_alone() {
    for (String open : List.of("http://kms.example.gov.cn/v1", "ftp://localhost/v1", "/v1")) {
      assertThatThrownBy(() -> kms(URI.create(open)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("KMS_URL");
    }
    kms(URI.create("https://kms.example.gov.cn/v1"));
  }

  @Test
  void a_running_register_asks_once_for_each_key_and_works_on_while_the_kms_is_away()
      throws IOException {
    Path file = folder.resolve("keyring");
    Files.writeString(file, "1 " + WRAPPED + " SM4-GCM\n");
    RotatingCipher cipher =
        new RotatingCipher(
            file,
            new RememberedKeys(kms(), Duration.ofHours(1)),
            new SimpleMeterRegistry(),
            Duration.ofHours(1));
    byte[] stored = cipher.encrypt("张三".getBytes(UTF_8), CELL);
    for (int i = 0; i < 3; i++) {
      assertThat(cipher.look()).isFalse();
    }
    assertThat(calls).hasValue(1);
    // A new key that can't be unwrapped changes nothing, and nobody waits for it at each look.
    status = 503;
    Files.writeString(
        file, "1 " + WRAPPED + " SM4-GCM\n2 " + WRAPPED.replace("v1", "v2") + " SM4-GCM\n");
    for (int i = 0; i < 3; i++) {
      assertThat(cipher.look()).isFalse();
    }
    assertThat(calls).hasValue(2);
    assertThat(cipher.isCurrent(cipher.encrypt("李四".getBytes(UTF_8), CELL))).isTrue();
    assertThat(cipher.isCurrent(stored)).isTrue();
    assertThat(cipher.decrypt(stored, CELL)).isEqualTo("张三".getBytes(UTF_8));
  }

  @Test
  void no_request_waits_for_a_kms_that_hangs() throws Exception {
    Path file = folder.resolve("keyring");
    Files.writeString(file, "1 " + WRAPPED + " SM4-GCM\n");
    RotatingCipher cipher =
        new RotatingCipher(
            file,
            new RememberedKeys(kms(), Duration.ZERO),
            new SimpleMeterRegistry(),
            Duration.ofHours(1));
    byte[] unknown = cipher.encrypt("张三".getBytes(UTF_8), CELL);
    unknown[4] ^= 1;
    silent = true;
    Files.writeString(
        file, "1 " + WRAPPED + " SM4-GCM\n2 " + WRAPPED.replace("v1", "v2") + " SM4-GCM\n");
    int asked = calls.get();
    Thread looking = new Thread(cipher::look);
    looking.start();
    try {
      Awaitility.await().until(() -> calls.get() > asked);
      // The look waits for the KMS. A request that meets a key it doesn't know asks and waits for
      // nobody.
      for (int i = 0; i < 20; i++) {
        assertThatThrownBy(() -> cipher.decrypt(unknown, CELL))
            .isInstanceOf(UnreadablePersonalData.class);
      }
      assertThat(calls).hasValue(asked + 1);
      assertThat(looking.isAlive()).isTrue();
    } finally {
      over.countDown();
      looking.join();
    }
  }

  @Test
  void what_failed_is_tried_again_after_a_while() {
    Unwrapping remembered = new RememberedKeys(kms(), Duration.ZERO);
    status = 503;
    assertThatThrownBy(() -> remembered.unwrap(WRAPPED)).hasMessageContaining("is sealed");
    status = 200;
    assertThat(remembered.unwrap(WRAPPED)).isEqualTo(filled());
  }

  private void assertUnusable(String sentence) {
    assertThatThrownBy(() -> KeyRing.parse(List.of("1 " + WRAPPED + " SM4-GCM"), kms()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Line 1 of the key ring (KEYRING_FILE) ")
        .hasMessageContaining(sentence)
        .hasMessageNotContainingAny(SECRET, WRAPPED, "SECRET!", "s.unw", "s.other")
        .hasNoCause();
  }

  private Unwrapping kms() {
    return kms(
        URI.create(
            "http://127.0.0.1:"
                + server.getAddress().getPort()
                + "/v1/transit/decrypt/disclosure"));
  }

  private Unwrapping kms(URI address) {
    return new KmsKeys(address, Optional.of(token), Optional.empty(), Duration.ofSeconds(2));
  }

  private static String answer(String key) {
    return "{\"data\":{\"plaintext\":\"" + key + "\"}}";
  }

  private static byte[] filled() {
    byte[] key = new byte[16];
    Arrays.fill(key, (byte) 7);
    return key;
  }
}
