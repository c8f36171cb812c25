package disclosure.report.document.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files that documents are made with, and that come with the product. */
public final class Resources {

  private static final String FOLDER = "/disclosure/report/document/";

  private Resources() {}

  /** What is in a file. */
  public static byte[] bytes(String name) {
    try (InputStream resource = Resources.class.getResourceAsStream(FOLDER + name)) {
      if (resource == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return resource.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The same as text. */
  public static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }
}
