package disclosure.report.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import disclosure.report.TestTimeStamps;
import disclosure.report.TestTimeStamps.Keys;
import disclosure.report.TestTimeStamps.Mode;
import disclosure.report.signature.StampDigest;
import disclosure.report.signature.TimeStamp;
import disclosure.report.signature.TimeStampVerifier;
import disclosure.report.signature.UnusableTimeStamp;
import disclosure.report.signature.Verdict;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An authority is asked over HTTP, and nothing is kept that can't be verified. */
class TimeStampAuthorityTest {

  private static final byte[] SIGNATURE = "a signature".getBytes(UTF_8);
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  @TempDir private static Path folder;

  private static Vertx vertx;
  private static TestTimeStamps stamps;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    stamps = TestTimeStamps.start(folder);
  }

  @AfterAll
  static void end() {
    stamps.close();
    vertx.close();
  }

  private record Settings(
      Optional<URI> url,
      Optional<Path> certificates,
      Duration timeout,
      Duration pause,
      StampDigest digest)
      implements TimeStampSettings {

    static Settings of(TestTimeStamps stamps, Duration timeout, StampDigest digest) {
      return new Settings(
          Optional.of(URI.create(stamps.url())),
          Optional.of(stamps.certificates()),
          timeout,
          timeout,
          digest);
    }
  }

  private static TimeStampAuthority asking(TestTimeStamps some, StampDigest digest) {
    return new TimeStampAuthority(vertx, Settings.of(some, TIMEOUT, digest), CLOCK);
  }

  private static TimeStamp stamped(Mode mode, Duration timeout) throws Exception {
    stamps.answers(mode);
    return new TimeStampAuthority(vertx, Settings.of(stamps, timeout, StampDigest.SHA256), CLOCK)
        .stamp(SIGNATURE);
  }

  @ParameterizedTest
  @EnumSource
  void a_stamp_is_verified_whatever_the_authoritys_key_and_digest(Keys keys) throws Exception {
    try (TestTimeStamps some = TestTimeStamps.start(folder, keys)) {
      for (StampDigest digest : StampDigest.values()) {
        TimeStamp stamp = asking(some, digest).stamp(SIGNATURE);
        assertThat(stamp.at()).isCloseTo(CLOCK.instant(), within(60, ChronoUnit.SECONDS));
        TimeStampVerifier verifier = TimeStampVerifier.believing(some.certificates());
        assertThat(verifier.verify(SIGNATURE, stamp.bytes()))
            .isEqualTo(new Verdict.Genuine("CN=时间戳机构（测试）", stamp.at()));
        assertThat(verifier.verify("another".getBytes(UTF_8), stamp.bytes()))
            .isEqualTo(new Verdict.Altered());
      }
    }
  }

  @Test
  void no_byte_of_a_stamp_can_be_altered_to_say_something_else() throws Exception {
    TimeStamp stamp = stamped(Mode.GRANTS, TIMEOUT);
    TimeStampVerifier verifier = TimeStampVerifier.believing(stamps.certificates());
    for (int at = 0; at < stamp.bytes().length; at++) {
      byte[] altered = stamp.bytes().clone();
      altered[at] ^= (byte) (1 << (at % 8));
      if (verifier.verify(SIGNATURE, altered) instanceof Verdict.Genuine genuine) {
        // Such as what the answer says beside the stamp.
        assertThat(genuine.at()).isEqualTo(stamp.at());
      }
    }
  }

  @Test
  void a_stamp_in_an_answer_that_grants_none_is_none() throws Exception {
    TimeStamp stamp = stamped(Mode.GRANTS, TIMEOUT);
    TimeStampVerifier verifier = TimeStampVerifier.believing(stamps.certificates());
    ContentInfo token = TimeStampResp.getInstance(stamp.bytes()).getTimeStampToken();
    for (PKIStatus status :
        List.of(PKIStatus.rejection, PKIStatus.waiting, PKIStatus.revocationNotification)) {
      byte[] refused = new TimeStampResp(new PKIStatusInfo(status), token).getEncoded();
      assertThat(verifier.verify(SIGNATURE, refused)).isEqualTo(new Verdict.NotReadable());
    }
    byte[] modified =
        new TimeStampResp(new PKIStatusInfo(PKIStatus.grantedWithMods), token).getEncoded();
    assertThat(verifier.verify(SIGNATURE, modified)).isInstanceOf(Verdict.Genuine.class);
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSES, 'refuses: status 2, failure 128'",
    "REFUSES_WITH_A_STAMP, 'refuses: status 2'",
    "OTHER_NONCE, belongs to another question",
    "OTHER_IMPRINT, is not over what was asked about",
    "UNKNOWN_AUTHORITY, is of nobody for whom TIME_STAMP_CERTIFICATES vouches (UNKNOWN_SIGNER)",
    "AN_HOUR_AGO, one of the clocks is wrong",
    "GARBAGE, is no time stamp",
    "ENDLESS, is larger than 64 KB",
    "NOT_FOUND, answers with status 404",
    "REDIRECTS, answers with status 307"
  })
  void what_cannot_be_kept_is_told_in_one_sentence(Mode mode, String why) {
    assertThatThrownBy(() -> stamped(mode, TIMEOUT))
        .isInstanceOf(UnusableTimeStamp.class)
        .hasMessageContaining("TIME_STAMP_URL")
        .hasMessageContaining(why)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource({"BUSY, HTTP_503", "CUT, CONNECTION_LOST", "NEVER, TIMEOUT", "DRIPS, TIMEOUT"})
  void an_authority_that_is_away_is_told_apart_and_bounded_in_time(Mode mode, String code) {
    Duration timeout = Duration.ofMillis(500);
    long began = System.nanoTime();
    assertThatThrownBy(() -> stamped(mode, timeout))
        .isInstanceOf(AuthorityAway.class)
        .hasMessage(code);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void nobody_there_is_away() {
    TestTimeStamps gone = TestTimeStamps.start(folder);
    gone.close();
    assertThatThrownBy(() -> asking(gone, StampDigest.SHA256).stamp(SIGNATURE))
        .isInstanceOf(AuthorityAway.class)
        .hasMessage("NOT_CONNECTED");
  }

  @Test
  void what_does_not_pass_by_itself_is_told_and_not_taken_for_absence() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerPlainly(plain));
      Settings secret =
          new Settings(
              Optional.of(URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/")),
              Optional.of(stamps.certificates()),
              TIMEOUT,
              TIMEOUT,
              StampDigest.SHA256);
      assertThatThrownBy(() -> new TimeStampAuthority(vertx, secret, CLOCK).stamp(SIGNATURE))
          .isInstanceOf(UnusableTimeStamp.class)
          .hasMessageContaining("TIME_STAMP_URL")
          .hasMessageContaining("HTTPS");
      answered.get(10, TimeUnit.SECONDS);
    }
    assertThatThrownBy(
            () -> TimeStampAuthority.away(new IOException(new UnknownHostException("tsa.example"))))
        .isInstanceOf(UnusableTimeStamp.class)
        .hasMessageContaining("TIME_STAMP_URL")
        .hasMessageContaining("is not known");
    assertThatThrownBy(() -> TimeStampAuthority.away(new SSLHandshakeException("expired")))
        .isInstanceOf(UnusableTimeStamp.class);
  }

  private static void answerPlainly(ServerSocket server) {
    try (Socket one = server.accept()) {
      one.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
      one.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException reset) {
      // The other side went, as it should.
    }
  }

  @Test
  void without_an_address_nobody_is_asked_and_one_without_certificates_stops_the_start()
      throws Exception {
    Settings none =
        new Settings(Optional.empty(), Optional.empty(), TIMEOUT, TIMEOUT, StampDigest.SHA256);
    assertThat(new TimeStampAuthority(vertx, none, CLOCK).isConfigured()).isFalse();
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    for (Optional<Path> file :
        List.of(Optional.<Path>empty(), Optional.of(folder.resolve("none")), Optional.of(empty))) {
      assertThatThrownBy(
              () ->
                  new TimeStampAuthority(
                      vertx,
                      new Settings(
                          Optional.of(URI.create(stamps.url())),
                          file,
                          TIMEOUT,
                          TIMEOUT,
                          StampDigest.SHA256),
                      CLOCK))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("TIME_STAMP_CERTIFICATES");
    }
    for (String address : new String[] {"ftp://tsa.example", "https://u:p@tsa.example/", "tsa"}) {
      assertThatThrownBy(
              () ->
                  new TimeStampAuthority(
                      vertx,
                      new Settings(
                          Optional.of(URI.create(address)),
                          Optional.of(stamps.certificates()),
                          TIMEOUT,
                          TIMEOUT,
                          StampDigest.SHA256),
                      CLOCK))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("TIME_STAMP_URL")
          .hasMessageNotContaining("u:p");
    }
  }
}
