package disclosure.report.content;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of document in table two; a figure that isn't entered yet is empty, and never zero.
 *
 * @param issued 本年制发件数
 * @param repealed 本年废止件数
 * @param inForce 现行有效件数, at the end of the year
 */
public record DocumentFigures(
    Optional<Long> issued, Optional<Long> repealed, Optional<Long> inForce) {

  /** Nothing is entered yet. */
  public static final DocumentFigures EMPTY =
      new DocumentFigures(Optional.empty(), Optional.empty(), Optional.empty());

  /** All are entered. */
  public DocumentFigures(long issued, long repealed, long inForce) {
    this(Optional.of(issued), Optional.of(repealed), Optional.of(inForce));
  }

  /** Whether all are entered. */
  public boolean complete() {
    return issued.isPresent() && repealed.isPresent() && inForce.isPresent();
  }

  DocumentFigures plus(DocumentFigures other) {
    return new DocumentFigures(
        Entered.sum(issued, other.issued),
        Entered.sum(repealed, other.repealed),
        Entered.sum(inForce, other.inForce));
  }

  void addTo(Map<String, Optional<BigDecimal>> all, String kind) {
    all.put("表二“" + kind + "”本年制发件数", Entered.exact(issued));
    all.put("表二“" + kind + "”本年废止件数", Entered.exact(repealed));
    all.put("表二“" + kind + "”现行有效件数", Entered.exact(inForce));
  }
}
