package disclosure.report.examination.document;

/** A file that isn't read, with the reason in a clerk's words. */
public final class NotReadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why a file isn't read. */
  public enum Reason {
    /** It is empty. */
    EMPTY("文件是空的", "the file is empty"),
    /** It is larger than allowed. */
    TOO_LARGE("文件过大", "the file is too large"),
    /** It is of a kind that isn't read. */
    UNKNOWN_FORMAT(
        "无法识别的文件格式：请提供 TXT、HTML、DOCX、XLSX、PDF 或者 OFD 文件",
        "the file's format isn't known: give TXT, HTML, DOCX, XLSX, PDF or OFD"),
    /** It is a DOC or XLS of before 2007. */
    OLD_OFFICE(
        "旧版 DOC、XLS 文件无法读取：请另存为 DOCX、XLSX 或者 PDF",
        "DOC and XLS files of before 2007 aren't read: save it as DOCX, XLSX or PDF"),
    /** Its pages are pictures. */
    NO_TEXT("文件中没有文字（可能是扫描件）", "the file has no text; it may be a scan"),
    /** It has neither a heading nor a table of a report. */
    NO_REPORT("没有找到年度报告的标题或者表格，不是年度报告", "it has no heading and no table of a report"),
    /** It isn't there, or can't be opened. */
    NOT_FOUND("找不到文件，或者无法打开", "the file isn't there, or can't be opened"),
    /** It doesn't open without a password. */
    ENCRYPTED(
        "文件已加密，需要密码才能打开：请提供不设打开密码的文件",
        "the file takes a password to open: give one that opens without"),
    /** It is broken. */
    BROKEN("文件已损坏或者不完整", "the file is broken or incomplete"),
    /** It is an archive that calls the same bytes by several names. */
    OVERLAPPING(
        "压缩包中有多个文件指向同一段内容，不是正常生成的压缩包",
        "several files of the archive are the same bytes of it, as no program makes it"),
    /** Its parts inflate to more than allowed. */
    INFLATES_TOO_FAR("文件解压后过大", "the file inflates too far"),
    /** It takes more work than allowed. */
    TOO_MUCH_WORK("文件内容过多或者嵌套过深", "the file has too much in it, or is nested too deep");

    private final String chinese;
    private final String english;

    Reason(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }

    /** The reason in Chinese. */
    public String chinese() {
      return chinese;
    }

    /** The reason in English. */
    public String english() {
      return english;
    }
  }

  private final Reason reason;

  /** For that reason. */
  public NotReadable(Reason reason) {
    super(reason.english());
    this.reason = reason;
  }

  /** Why it isn't read. */
  public Reason reason() {
    return reason;
  }
}
