package disclosure.report.page;

import disclosure.edge.look.Wording;
import java.util.Locale;

/** How revisions are called. */
final class Words {

  private static final String FIRST = "首次公布";
  private static final String CORRECTION = "第%s次更正";

  private Words() {}

  /** 首次公布, or the correction that a revision is, as a page says it. */
  static String ofRevision(int revision) {
    return revision == 1 ? Wording.of(FIRST) : Wording.of(CORRECTION, revision - 1);
  }

  /** The correction that a revision is, in Chinese, whoever asks. */
  static String ofCorrection(int revision) {
    return String.format(Locale.ROOT, CORRECTION, revision - 1);
  }
}
