package disclosure.report.text;

/** The sections of the form that are written in sentences. */
public enum Section {
  LEAD("引言"),
  OVERVIEW("一、总体情况"),
  PROBLEMS("五、存在的主要问题及改进情况"),
  OTHER_MATTERS("六、其他需要报告的事项");

  private final String title;

  Section(String title) {
    this.title = title;
  }

  /** Its heading in the form; 引言 for what has none. */
  public String title() {
    return title;
  }
}
