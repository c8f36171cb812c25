package disclosure.report.document;

import java.util.List;

/** How people call the formats, and what they take each for. */
public final class FormatName {

  /** What is wanted most comes first; of all formats, each once. */
  public static final List<DocumentFormat> ORDER =
      List.of(
          DocumentFormat.PDF,
          DocumentFormat.DOCX,
          DocumentFormat.OFD,
          DocumentFormat.HTML,
          DocumentFormat.XLSX,
          DocumentFormat.CSV,
          DocumentFormat.JSON,
          DocumentFormat.CSVW);

  private FormatName() {}

  /** The name, with the letters that it is known by. */
  public static String of(DocumentFormat format) {
    return switch (format) {
      case HTML -> "网页（HTML）";
      case DOCX -> "Word 文档（DOCX）";
      case PDF -> "版式文件（PDF）";
      case OFD -> "版式文件（OFD）";
      case XLSX -> "电子表格（XLSX）";
      case CSV -> "数据表格（CSV）";
      case CSVW -> "数据表格的说明（CSVW）";
      case JSON -> "数据（JSON）";
    };
  }

  /** What it is good for. */
  public static String purpose(DocumentFormat format) {
    return switch (format) {
      case HTML -> "单个文件，离线查阅";
      case DOCX -> "编辑、引用";
      case PDF -> "阅读、打印";
      case OFD -> "国家标准格式，归档";
      case XLSX -> "各表数据，计算";
      case CSV -> "各表数据，导入其他系统";
      case CSVW -> "供程序解读CSV";
      case JSON -> "全部内容，供程序读取";
    };
  }
}
