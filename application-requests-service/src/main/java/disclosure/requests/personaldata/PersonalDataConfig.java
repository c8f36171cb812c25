package disclosure.requests.personaldata;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the keys come from. */
@ConfigMapping(prefix = "personal-data")
interface PersonalDataConfig {

  /**
   * The key ring (KEYRING_FILE): a text file outside the database, a line {@code <id> <base64 of
   * random bytes> [<cipher>] [<digest>]} a key, the last line the primary: 32 bytes for AES-256-GCM,
   * which needn't be named, 16 for SM4-GCM. A changed file is taken over within seconds.
   * Rotating: put the new line above the last one on every instance, then move it to the end; keep
   * the older lines until everything is encrypted anew, and never change an id.
   */
  Path keyringFile();
}
