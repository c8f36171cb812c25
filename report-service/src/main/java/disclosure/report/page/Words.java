package disclosure.report.page;

/** How the pages call things. */
final class Words {

  private Words() {}

  /** 首次公布, or the correction that a revision is. */
  static String ofRevision(int revision) {
    return revision == 1 ? "首次公布" : "第" + (revision - 1) + "次更正";
  }
}
