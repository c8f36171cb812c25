package disclosure.requests.ledger.sheet;

import disclosure.edge.Text;

/** Why a cell doesn't say what was typed into it. */
public enum Flaw {
  /** A spreadsheet keeps 15 digits of a number: the rest of a longer one is gone. */
  CUT_OFF(
      "数字超过15位，后面的位数已被表格软件截断，请将该列设为文本格式后重新录入",
      "a number of more than 15 digits was cut off by the spreadsheet; type as text"),
  /** A formula that failed, such as {@code #REF!}. */
  ERROR("单元格是出错的公式，请改为实际内容", "is a formula that failed"),
  /** A formula whose result the file doesn't hold. */
  NOT_CALCULATED(
      "公式没有保存计算结果，请用表格软件打开并保存后再导入",
      "is a formula whose result is not in the file; open and save it");

  private final Text text;

  Flaw(String chinese, String english) {
    this.text = new Text(chinese, english);
  }

  /** What is wrong, in words. */
  public Text text() {
    return text;
  }
}
