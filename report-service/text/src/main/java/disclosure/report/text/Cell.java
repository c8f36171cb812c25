package disclosure.report.text;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import java.util.Optional;

/** A place in the tables of the report that a sentence can tell the figure of. */
public sealed interface Cell {

  /**
   * Of table three.
   *
   * @param row which of the 25
   * @param column empty for 总计
   */
  record Application(FormRow row, Optional<ApplicantType> column) implements Cell {}

  /** Of table four. */
  record Dispute(DisputeKind kind, DisputeColumn column) implements Cell {}

  /** Of table two in the edition of 2021. */
  record Proactive(ProactiveItem item) implements Cell {}

  /** The columns of a group of table four. */
  enum DisputeColumn {
    UPHELD("结果维持"),
    CORRECTED("结果纠正"),
    OTHER("其他结果"),
    PENDING("尚未审结"),
    TOTAL("总计");

    private final String label;

    DisputeColumn(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** The figures of table two. */
  enum ProactiveItem {
    REGULATIONS_ISSUED("“规章”本年制发件数"),
    REGULATIONS_REPEALED("“规章”本年废止件数"),
    REGULATIONS_IN_FORCE("“规章”现行有效件数"),
    NORMATIVE_ISSUED("“行政规范性文件”本年制发件数"),
    NORMATIVE_REPEALED("“行政规范性文件”本年废止件数"),
    NORMATIVE_IN_FORCE("“行政规范性文件”现行有效件数"),
    LICENCES("“行政许可”本年处理决定数量"),
    PENALTIES("“行政处罚”本年处理决定数量"),
    COERCION("“行政强制”本年处理决定数量"),
    /** In 元; the form has 万元. */
    CHARGES_YUAN("“行政事业性收费”本年收费金额");

    private final String label;

    ProactiveItem(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
