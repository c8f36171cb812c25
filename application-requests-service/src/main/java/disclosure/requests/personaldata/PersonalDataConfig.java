package disclosure.requests.personaldata;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the keys come from. */
@ConfigMapping(prefix = "personal-data")
interface PersonalDataConfig {

  /**
   * The key ring (KEYRING_FILE): a text file outside the database, a line {@code <id> <base64 of
   * random bytes> [<cipher>] [<digest>]} a key, the last line the primary: 32 bytes for
   * AES-256-GCM, which needn't be named, 16 for SM4-GCM. A changed file is taken over within
   * seconds. Rotating: put the new line above the last one on every instance, then move it to the
   * end; keep the older lines until everything is encrypted anew, and never change an id.
   */
  Path keyringFile();

  /**
   * How long an instance goes on encrypting under the former primary when it can't take over the
   * one that the ring names; then it encrypts nothing, and isn't ready while another one can.
   */
  @WithDefault("10m")
  Duration outdatedAfter();

  /** Where a KMS unwraps those keys of the ring that stand wrapped in it (KMS_URL). */
  Optional<URI> kmsUrl();

  /** A file with the token that the KMS asks for (KMS_TOKEN_FILE), read for each call. */
  Optional<Path> kmsTokenFile();

  /**
   * Authorities, in PEM, that the KMS's certificate is of (KMS_TRUSTED_CERTIFICATES), instead of
   * those of the JVM.
   */
  Optional<Path> kmsTrustedCertificates();
}
