package disclosure.local.launcher;

import disclosure.local.server.LocalIssuer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Secrets that are made at the first start and kept, readable by their owner alone. */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** The key ring of the register: one key. */
  static Path keyRing(Home home) throws IOException {
    Path file = home.path("keyring");
    if (!Files.exists(file)) {
      OwnerOnly.write(file, "1 " + Base64.getEncoder().encodeToString(bytes()) + "\n");
    }
    return file;
  }

  /** The key with which the local issuer signs. */
  static String issuerKey(Home home) throws IOException {
    return kept(home, "issuer-key.json", LocalIssuer::newKey);
  }

  /** The secret of a client. */
  static String ofClient(Home home, String client) throws IOException {
    return kept(home, client, () -> HexFormat.of().formatHex(bytes()));
  }

  /** What the pages' sessions are encrypted with in the browser. */
  static String ofSessions(Home home) throws IOException {
    return kept(home, "sessions", () -> HexFormat.of().formatHex(bytes()));
  }

  private static String kept(Home home, String name, Supplier<String> fresh) throws IOException {
    Path file = home.path("secrets").resolve(name);
    if (!Files.exists(file)) {
      OwnerOnly.write(file, fresh.get());
    }
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static byte[] bytes() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
