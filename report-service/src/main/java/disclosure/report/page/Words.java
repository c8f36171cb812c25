package disclosure.report.page;

import disclosure.report.content.ReportScope;
import disclosure.report.document.DocumentFormat;

/** How the pages call things. */
final class Words {

  private Words() {}

  static String of(ReportScope scope) {
    return switch (scope) {
      case OWN -> "本机关";
      case LEVEL -> "本级（含所属部门）";
      case REGION -> "本行政区域";
    };
  }

  static String of(DocumentFormat format) {
    return switch (format) {
      case HTML -> "网页（单个文件）";
      case DOCX -> "Word 文档（DOCX）";
      case PDF -> "版式文件（PDF）";
      case OFD -> "版式文件（OFD）";
      case XLSX -> "电子表格（XLSX）";
      case CSV -> "数据表格（CSV）";
      case CSVW -> "数据表格的说明（CSVW）";
      case JSON -> "数据（JSON）";
    };
  }

  /** 首次公布, or the correction that a revision is. */
  static String ofRevision(int revision) {
    return revision == 1 ? "首次公布" : "第" + (revision - 1) + "次更正";
  }
}
