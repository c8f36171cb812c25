package disclosure.report;

import java.util.Optional;

/** A neighbour is away, as a whole, until this is closed. */
public final class Absence implements AutoCloseable {

  private static final String NAME = "disclosure.test.absence.";

  private final Of who;

  private Absence(Of who) {
    this.who = who;
  }

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
  public static Absence begin(Of who, How how) {
    System.setProperty(NAME + who, how.name());
    return new Absence(who);
  }

  /** Whether the neighbour is away, and how. */
  static Optional<How> of(Of who) {
    return Optional.ofNullable(System.getProperty(NAME + who)).map(How::valueOf);
  }

  @Override
  public void close() {
    System.clearProperty(NAME + who);
  }
}
