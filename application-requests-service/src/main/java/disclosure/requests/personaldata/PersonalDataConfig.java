package disclosure.requests.personaldata;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the keys come from. */
@ConfigMapping(prefix = "personal-data")
interface PersonalDataConfig {

  /**
   * The key ring (KEYRING_FILE): a text file outside the database, a line {@code <id> <base64 of 32
   * random bytes>} a key, the last line the primary. A changed file is taken over within seconds.
   * Rotating: put the new line above the last one on every instance, then move it to the end; keep
   * the older lines until everything is encrypted anew, and never change an id.
   */
  Path keyringFile();
}
