package disclosure.requests.personaldata;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the keys come from. */
@ConfigMapping(prefix = "personal-data")
interface PersonalDataConfig {

  /**
   * The key ring (KEYRING_FILE): a text file outside the database, a line {@code <id> <base64 of 32
   * random bytes>} a key, the last line the primary. Rotating: append a line on every instance,
   * restart one after the other; keep the older lines, and never change an id.
   */
  Path keyringFile();
}
