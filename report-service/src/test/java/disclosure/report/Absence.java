package disclosure.report;

import java.util.Optional;

/** A neighbour is away, as a whole, from its beginning to its end. */
public final class Absence {

  private static final String NAME = "disclosure.test.absence.";

  private Absence() {}

  /** Which neighbour. */
  public enum Of {
    STATISTICS,
    REGISTER
  }

  /** How it shows. */
  public enum How {
    /** It says itself that it can't be asked. */
    REFUSING,
    /** It ends connections without an answer. */
    HANGING_UP,
    /** It takes connections and never answers. */
    SILENT
  }

  /** Begins. */
  public static void begin(Of who, How how) {
    System.setProperty(NAME + who, how.name());
  }

  /** Ends. */
  public static void end(Of who) {
    System.clearProperty(NAME + who);
  }

  /** Ends all that there are. */
  public static void endAll() {
    for (Of who : Of.values()) {
      end(who);
    }
  }

  /** Whether the neighbour is away, and how. */
  static Optional<How> of(Of who) {
    return Optional.ofNullable(System.getProperty(NAME + who)).map(How::valueOf);
  }
}
