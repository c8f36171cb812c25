package disclosure.requests.contract;

/** 办理结果的大类: 三（一） to 三（六） of table three. */
public enum OutcomeCategory {
  DISCLOSED("（一）", "予以公开"),
  PARTIALLY_DISCLOSED("（二）", "部分公开"),
  REFUSED("（三）", "不予公开"),
  UNABLE_TO_PROVIDE("（四）", "无法提供"),
  NOT_PROCESSED("（五）", "不予处理"),
  OTHER("（六）", "其他处理");

  private final String number;
  private final String label;

  OutcomeCategory(String number, String label) {
    this.number = number;
    this.label = label;
  }

  /** The number within 三, with its full-width brackets. */
  public String number() {
    return number;
  }

  /** The category's name in the form. */
  public String label() {
    return label;
  }
}
