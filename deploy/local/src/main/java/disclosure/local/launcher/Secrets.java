package disclosure.local.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

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

  /** The secret of a client. */
  static String ofClient(Home home, String client) throws IOException {
    Path file = home.path("secrets").resolve(client);
    if (!Files.exists(file)) {
      Files.createDirectories(file.getParent());
      OwnerOnly.write(file, HexFormat.of().formatHex(bytes()));
    }
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static byte[] bytes() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
