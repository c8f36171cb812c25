package disclosure.report.examination.figure;

/** The editions of the national form. */
public enum Edition {
  /** For the reports on 2019 and 2020 (国办公开办函〔2019〕60号). */
  FORM_2019("2019年格式", "国办公开办函〔2019〕60号"),
  /** For the reports since that on 2021 (国办公开办函〔2021〕30号). */
  FORM_2021("2021年格式", "国办公开办函〔2021〕30号");

  private static final int FIRST_YEAR = 2021;

  private final String label;
  private final String notice;

  Edition(String label, String notice) {
    this.label = label;
    this.notice = notice;
  }

  /** The edition in which a year is reported on. */
  public static Edition of(int year) {
    return year >= FIRST_YEAR ? FORM_2021 : FORM_2019;
  }

  /** The word in Chinese. */
  public String label() {
    return label;
  }

  /** The number of the notice that issued it. */
  public String notice() {
    return notice;
  }
}
