package disclosure.report.fault;

import disclosure.edge.FaultCode;
import disclosure.edge.Text;

/** What can be wrong with a request to the report service, beside the cross-checks. */
public enum ReportFault implements FaultCode {
  SUMMED_UP("由各单位已公布的报告汇总，不用填写", "is the sum of the organs' reports and not entered"),
  NOT_IN_FORM("不属于该年度报告格式（%s）", "is not in the form for that year"),
  SIGNED_OUT_OF_TIME("应在{atLeast}至{atMost}之间", "must be from {atLeast} to {atMost}"),
  UNKNOWN_FIGURE("第%1$s处引用的数据“%2$s”不存在", "reference %1$s is to %2$s, and there is no such figure"),
  MALFORMED_REFERENCE(
      "第%s处引用的写法有误，应为两对花括号中的数据名称", "reference %s must be a figure's name in two pairs of braces"),
  FIGURE_NAME_TAKEN("名称重复", "is the name of another figure"),
  NOT_ANOTHER_FIGURE("应为另一项自定义数据的名称", "must name another figure"),
  REPEATED_PART("分项重复", "is given twice"),
  NOT_A_REVISION("应为 draft 或者公布的版次", "must be draft or a revision's number"),
  NOT_ADDED_UP(
      "应为可汇总的数据名称，例如 matrix.NEWLY_RECEIVED.total",
      "must name a figure that adds up, such as matrix.NEWLY_RECEIVED.total"),
  REASON_FOR_CORRECTION_REQUIRED(
      "更正已公布的报告，须说明理由", "must say why the published report is corrected"),
  REASON_FOR_FIRST_PUBLICATION("首次公布不用说明理由", "is for corrections of a published report"),
  FORMATS_REQUIRED("须写明文件格式", "must name the formats of the documents"),
  FORMATS_OF_A_CHECK("校核不产生文件", "is for documents only"),
  NOT_PRINTABLE("无法以此格式输出", "can't be drawn in this format"),
  FILE_NOT_READABLE("文件无法核查：%1$s", "can't be examined: %2$s"),
  FILE_OF_OTHER_YEAR("文件是%s年度的报告，请核对年度", "is a report on %s"),
  FILE_OF_OTHER_ORGAN(
      "文件是“%1$s”的报告，不是该机关（%2$s）的名称；确认是该机关的报告的，请在此照写“%1$s”",
      "is a report of “%1$s”, which is no name of the organ (%2$s): if it is its report all the"
          + " same, give that name here"),
  FIGURE_NOT_SURE(
      "%1$s没有可靠读出（%2$s），请对照原件填写", "%1$s was not read surely (%3$s): look it up, and give it"),
  FIGURE_READ_OTHERWISE("%1$s在文件中清楚写作%2$s，不能另填", "%1$s is %2$s in the file, and was read surely");

  private final Text message;

  ReportFault(String chinese, String english) {
    this.message = new Text(chinese, english);
  }

  @Override
  public Text message() {
    return message;
  }
}
