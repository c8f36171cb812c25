package disclosure.edge.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Properties;

/** Files of texts among the resources of the service that is built, in UTF-8. */
final class KeptTexts {

  private KeptTexts() {}

  /** What the service and all its libraries keep under the name. */
  static Properties ofAll(String name) {
    Properties texts = new Properties();
    try {
      for (URL file :
          Collections.list(Thread.currentThread().getContextClassLoader().getResources(name))) {
        try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
          texts.load(reader);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return texts;
  }
}
