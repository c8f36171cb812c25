package disclosure.statistics.matrix;

import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
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
    StringBuilder figures = new StringBuilder();
    figures.append(question).append(matrix.organName()).append(matrix.organChanges());
    figures.append(matrix.merged());
    for (MatrixRow row : matrix.rows()) {
      figures.append(row.code().number());
      row.counts().byType().values().forEach(count -> figures.append(' ').append(count));
      figures.append(' ').append(row.total()).append('\n');
    }
    return of(figures.toString());
  }

  static String of(List<Object> figures) {
    return of(figures.toString());
  }

  private static String of(String figures) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(figures.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 22);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
