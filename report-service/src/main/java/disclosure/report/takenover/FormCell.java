package disclosure.report.takenover;

import disclosure.edge.Text;
import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.Reading;
import java.math.BigDecimal;

/**
 * A cell of the form with what was read there.
 *
 * @param name as references in texts call it, or fields of a draft
 * @param label its row and column, in Chinese
 * @param kind which numbers it may have
 * @param reading what stands there
 */
public record FormCell(String name, String label, Kind kind, Reading reading) {

  private static final BigDecimal MOST = BigDecimal.valueOf(999_999_999_999L);
  private static final int DECIMALS = 6;

  /** Which numbers a cell may have. */
  public enum Kind {
    /** A whole number from 0. */
    COUNT,
    /** A whole number. */
    CHANGE,
    /** An amount from 0 with up to six decimals. */
    AMOUNT
  }

  /** Whether a number may stand there. */
  boolean takes(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    boolean small = value.abs().compareTo(MOST) <= 0;
    return switch (kind) {
      case COUNT -> small && value.signum() >= 0 && shortest.scale() <= 0;
      case CHANGE -> small && shortest.scale() <= 0;
      case AMOUNT -> small && value.signum() >= 0 && shortest.scale() <= DECIMALS;
    };
  }

  /** Whether its number was read surely, and can be one. */
  public boolean isSure() {
    return reading.isValue()
        && reading.confidence() == Confidence.SURE
        && takes(reading.value().orElseThrow());
  }

  /** What stands there, for who has to look: never the text itself. */
  public Text stands() {
    return new Text(stands(true), stands(false));
  }

  private String stands(boolean chinese) {
    String what =
        switch (reading.kind()) {
          case VALUE ->
              isSure()
                  ? ""
                  : reading.confidence() == Confidence.SURE
                      ? chinese ? "不应有的数" : "no number that may be there"
                      : chinese ? "读数存疑" : "read with doubt";
          case BLANK -> chinese ? "空白" : "blank";
          case MARK -> chinese ? "符号" : "a mark";
          case UNREAD -> chinese ? "未识别" : "not readable";
          case MISSING -> chinese ? "没有此格" : "not there";
        };
    String place = chinese ? reading.place().chinese() : reading.place().english();
    return place.isEmpty() ? what : place + (chinese ? "，" : ", ") + what;
  }
}
