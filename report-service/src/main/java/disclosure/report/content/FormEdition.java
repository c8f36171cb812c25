package disclosure.report.content;

/** The editions of the national form, each for the years that it was in force for. */
public enum FormEdition {
  /** For the reports on 2019 and 2020; earlier reports had no form and are read in it. */
  FORM_2019("2019", "国办公开办函〔2019〕60号"),
  /** For the reports since that on 2021. */
  FORM_2021("2021", "国办公开办函〔2021〕30号");

  private final String code;
  private final String notice;

  FormEdition(String code, String notice) {
    this.code = code;
    this.notice = notice;
  }

  /** The edition in which a year is reported on. */
  public static FormEdition of(int year) {
    return year >= 2021 ? FORM_2021 : FORM_2019;
  }

  /** The year in which it was issued. */
  public String code() {
    return code;
  }

  /** The number of the notice that issued it. */
  public String notice() {
    return notice;
  }
}
