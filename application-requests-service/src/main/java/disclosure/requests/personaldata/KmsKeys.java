package disclosure.requests.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;

/**
 * A KMS that unwraps keys over HTTP in the way of the transit engine of Vault and OpenBao: {@code
 * POST {"ciphertext": …}} with a token, answered with {@code {"data": {"plaintext": <base64>}}}. A
 * call takes no longer than its timeout and follows no redirect.
 */
final class KmsKeys implements Unwrapping {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_ANSWER_BYTES = 16 * 1024;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final URI address;
  private final Optional<Path> tokenFile;
  private final Duration timeout;
  private final HttpClient client;

  /**
   * Takes over where the KMS is; it is not called yet.
   *
   * @param address of what unwraps, whole
   * @param tokenFile the token, read for each call
   * @param trusted certificates of authorities in PEM, instead of those of the JVM
   * @throws IllegalStateException with a sentence that says which setting is wrong
   */
  KmsKeys(URI address, Optional<Path> tokenFile, Optional<Path> trusted, Duration timeout) {
    this.address = address;
    this.tokenFile = tokenFile;
    this.timeout = timeout;
    String host = Optional.ofNullable(address.getHost()).orElse("");
    boolean here = "http".equals(address.getScheme()) && LOOPBACK.contains(host);
    if (host.isEmpty() || !(here || "https".equals(address.getScheme()))) {
      throw new IllegalStateException(
          "The KMS (KMS_URL) has to be named by https, or on this machine by http");
    }
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout);
    trusted.map(KmsKeys::trusting).ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  @Override
  public byte[] unwrap(String wrapped) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    JSON.createObjectNode().put("ciphertext", wrapped).toString()));
    tokenFile.map(KmsKeys::token).ifPresent(token -> request.header("X-Vault-Token", token));
    HttpResponse<byte[]> answer = answer(request.build());
    if (answer.statusCode() != 200) {
      throw unusable(refusal(answer.statusCode()));
    }
    return plaintext(answer.body());
  }

  private HttpResponse<byte[]> answer(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, head -> new BoundedBody(MAX_ANSWER_BYTES));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw unusable("doesn't answer in time");
    } catch (ExecutionException failed) {
      throw unusable(failure(failed));
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw unusable("was not waited for");
    } finally {
      answer.cancel(true);
    }
  }

  private static String failure(Throwable failed) {
    for (Throwable some = failed; some != null; some = some.getCause()) {
      if (some instanceof SSLException) {
        return "has no certificate that is trusted (KMS_TRUSTED_CERTIFICATES)";
      }
      if (some instanceof BoundedBody.TooLarge) {
        return "answers more than a key";
      }
    }
    return "can't be reached";
  }

  private static String refusal(int status) {
    return switch (status) {
      case 400 -> "doesn't know the key that wraps it";
      case 401, 403 -> "refuses the token (KMS_TOKEN_FILE)";
      case 404 -> "has nothing at that address";
      case 503 -> "is sealed";
      default -> "answers with status " + status;
    };
  }

  /** The parser's exception would quote the answer: it is not kept as a cause. */
  private static byte[] plaintext(byte[] body) {
    try {
      JsonNode key = JSON.readTree(new String(body, UTF_8)).path("data").path("plaintext");
      if (key.isTextual()) {
        return Base64.getDecoder().decode(key.textValue());
      }
    } catch (JsonProcessingException | IllegalArgumentException malformed) {
      throw unusable("answers what is no key");
    }
    throw unusable("answers what is no key");
  }

  private static String token(Path file) {
    try {
      String token = Files.readString(file, UTF_8).strip();
      if (!token.isEmpty() && token.chars().allMatch(one -> one > ' ' && one < 0x7f)) {
        return token;
      }
    } catch (IOException unreadable) {
      throw new IllegalStateException("needs the token of the KMS (KMS_TOKEN_FILE), unreadable");
    }
    throw new IllegalStateException("needs the token of the KMS (KMS_TOKEN_FILE), which is none");
  }

  private static SSLContext trusting(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry(Integer.toString(number++), one);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException unusable) {
      throw new IllegalStateException(
          "The certificates of the KMS's authorities (KMS_TRUSTED_CERTIFICATES) can't be read",
          unusable);
    }
  }

  private static IllegalStateException unusable(String why) {
    return new IllegalStateException("is wrapped by the KMS (KMS_URL), which " + why);
  }
}
