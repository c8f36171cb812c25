package disclosure.report;

/** What can go wrong at a neighbour; each befalls the organ of its own. */
public enum Trouble {
  /** Takes the request and never answers. */
  SILENT,
  /** Sends a byte now and then for ever. */
  TRICKLING,
  /** 500 with an HTML page. */
  FAILING,
  /** 200 with an HTML page. */
  GARBAGE,
  /** Breaks off in the middle of the body. */
  BROKEN_OFF,
  /** Figures of another organ. */
  OTHER_ORGAN,
  /** Figures of another year. */
  OTHER_YEAR,
  /** Figures of the whole subtree. */
  OTHER_SCOPE,
  /** A row is missing. */
  ROW_MISSING,
  /** A figure is missing. */
  FIGURE_MISSING,
  /** A figure is null. */
  FIGURE_NULL,
  /** A figure is a text. */
  FIGURE_TEXT,
  /** A figure has a fraction. */
  FIGURE_FRACTION,
  /** The disputes fail while the matrix is fine. */
  DISPUTES_FAILING,
  /** The register alone fails. */
  REGISTER_FAILING,
  /** The register alone is silent. */
  REGISTER_SILENT,
  /** The register counts one application more than the statistics. */
  REGISTER_DISAGREES,
  /** The rows don't add up. */
  UNBALANCED,
  /** An application was answered late. */
  ANSWERED_LATE,
  /** The directory alone is silent. */
  DIRECTORY_SILENT,
  /** Another application comes in whenever they are listed. */
  MOVING;

  /** Whether no question about the organ is answered, whatever it is. */
  boolean befallsEveryAnswer() {
    return switch (this) {
      case SILENT, TRICKLING, FAILING, GARBAGE, BROKEN_OFF, OTHER_ORGAN -> true;
      default -> false;
    };
  }

  /** The organ that the trouble befalls. */
  public String organ() {
    return ReportOrgans.department(50 + ordinal());
  }
}
