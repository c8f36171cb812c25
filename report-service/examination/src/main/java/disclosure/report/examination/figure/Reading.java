package disclosure.report.examination.figure;

import disclosure.report.examination.document.Place;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A cell of the form as it was read. Nothing in it is ever put right.
 *
 * @param kind what stands there
 * @param value the number; empty unless there is one
 * @param text what stands there, as it stands there
 * @param place where it stands
 * @param confidence how sure it is
 */
public record Reading(
    Kind kind, Optional<BigDecimal> value, String text, Place place, Confidence confidence) {

  /** What stands in a cell. */
  public enum Kind {
    /** A number. */
    VALUE,
    /** Nothing: which isn't zero. */
    BLANK,
    /** A mark such as {@code /} or {@code —}: which isn't zero. */
    MARK,
    /** Something that couldn't be read. */
    UNREAD,
    /** There is no such cell. */
    MISSING
  }

  private static final int MAX_TEXT = 60;

  /** Long texts are cut. */
  public Reading {
    text = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
  }

  /** A number. */
  public static Reading of(BigDecimal value, String text, Place place, Confidence confidence) {
    return new Reading(Kind.VALUE, Optional.of(value), text, place, confidence);
  }

  /** Something else than a number. */
  public static Reading of(Kind kind, String text, Place place, Confidence confidence) {
    return new Reading(kind, Optional.empty(), text, place, confidence);
  }

  /** No such cell. */
  public static Reading missing(Place place) {
    return of(Kind.MISSING, "", place, Confidence.SURE);
  }

  /** The same, at most that sure. */
  public Reading atMost(Confidence most) {
    return new Reading(kind, value, text, place, confidence.and(most));
  }

  /** Whether it is a number. */
  public boolean isValue() {
    return kind == Kind.VALUE;
  }

  /** Whether nothing was filled in. */
  public boolean isUnfilled() {
    return kind == Kind.BLANK || kind == Kind.MARK;
  }
}
