package disclosure.requests.ledger.template;

import disclosure.requests.ledger.words.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An empty ledger with instructions and lists to choose from. */
public final class Template {

  private static final int ROWS = 10_000;

  private Template() {}

  /** The workbook. */
  public static byte[] workbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "disclosure", "01.0000")) {
      Worksheet ledger = workbook.newWorksheet("台账");
      Worksheet help = workbook.newWorksheet("填表说明");
      Worksheet choices = workbook.newWorksheet("选项");
      headings(ledger);
      choice(ledger, Column.CHANNEL, choices, 0);
      choice(ledger, Column.APPLICANT_TYPE, choices, 1);
      choice(ledger, Column.OUTCOME, choices, 2);
      choice(ledger, Column.FEE_BASIS, choices, 3);
      choice(ledger, Column.THIRD_PARTY_OPINION, choices, 4);
      choice(ledger, Column.SERVED_BY, choices, 5);
      instructions(help);
    }
    return bytes.toByteArray();
  }

  private static void headings(Worksheet ledger) {
    ledger.freezePane(1, 1);
    for (Column column : Column.values()) {
      int place = column.ordinal();
      ledger.value(0, place, column.heading() + (column.isRequired() ? "*" : ""));
      ledger.width(place, Math.max(12, column.heading().length() * 2.4));
      ledger
          .range(1, place, ROWS, place)
          .style()
          .format(column.name().endsWith("_ON") ? "yyyy-mm-dd" : "@")
          .set();
    }
    ledger.width(Column.SUBJECT.ordinal(), 50);
    ledger.width(Column.OUTCOME.ordinal(), 36);
    ledger
        .range(0, 0, 0, Column.values().length - 1)
        .style()
        .bold()
        .fillColor("DDEBF7")
        .horizontalAlignment("center")
        .set();
  }

  private static void choice(Worksheet ledger, Column column, Worksheet choices, int place) {
    List<String> words = column.choices();
    choices.value(0, place, column.heading());
    for (int i = 0; i < words.size(); i++) {
      choices.value(i + 1, place, words.get(i));
    }
    choices.width(place, 40);
    ledger
        .range(1, column.ordinal(), ROWS, column.ordinal())
        .validateWithList(choices.range(1, place, words.size(), place))
        .allowBlank(true)
        .errorTitle("请从列表中选择")
        .error("可选的内容见工作表“选项”。")
        .showErrorMessage(true);
  }

  private static void instructions(Worksheet help) {
    List<String> lines =
        List.of(
            "一、一行填写一件申请；带*的列必须填写。列的次序可以改变，列名不要改动；不需要的列可以删除或留空。",
            "二、登记编号在本机关内不得重复；再次导入同一台账不会重复登记。",
            "三、日期可写作2024-01-05、2024/1/5、2024.1.5、2024年1月5日或20240105。",
            "四、收到方式、申请人类型、处理结果、收费方式、第三方意见、送达方式从下拉列表中选择。",
            "五、几人共同申请的，首位填入申请人，其余填入共同申请人，用顿号分开。未办结的申请，答复日期和处理结果留空；区分处理的，处理结果只填“部分公开”。",
            "六、姓名、证件号码、联系方式导入后加密保存，不进入统计和年度报告。证件号码一列应为文本格式。",
            "七、导入前可以先检查：系统会逐一列出有问题的工作表、行和列，检查不登记任何内容。");
    help.width(0, 110);
    for (int i = 0; i < lines.size(); i++) {
      help.value(i, 0, lines.get(i));
    }
  }
}
