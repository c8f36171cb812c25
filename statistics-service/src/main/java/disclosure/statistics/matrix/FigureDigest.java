package disclosure.statistics.matrix;

import disclosure.statistics.contract.Matrix;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** A short text that is the same for the same figures only. */
final class FigureDigest {

  private FigureDigest() {}

  /** Of a table, whenever it is asked for. */
  static String of(Question question, Matrix matrix) {
    return of(List.of(question, matrix.organName(), matrix.rows(), matrix.organChanges()));
  }

  static String of(List<Object> figures) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(figures.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 22);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
