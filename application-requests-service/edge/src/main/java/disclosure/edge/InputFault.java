package disclosure.edge;

/** What can be wrong with any request, whatever it is about. */
public enum InputFault implements FaultCode {
  REQUIRED("必须填写", "is required"),
  BODY_REQUIRED("缺少请求内容", "a body is required"),
  MALFORMED_JSON("不是合法的JSON（第%s行第%s列）", "is not well-formed JSON (line %s, column %s)"),
  NOT_UTF8("应为UTF-8编码", "must be UTF-8"),
  UNKNOWN_FIELD("未知字段", "is not a known field"),
  REPEATED_FIELD("字段重复出现", "is given twice"),
  LIMIT_EXCEEDED("超出长度、数量或嵌套层数的限制", "exceeds the limits of length or nesting"),
  NOT_A_TEXT("应为文本，写在引号内", "must be a text in quotation marks"),
  NOT_ONE_LINE(
      "应为不含控制字符、不可见字符和换行的文本",
      "must be text without control or invisible characters and line breaks"),
  NOT_PLAIN_TEXT("应为不含控制字符和不可见字符的文本", "must be text without control or invisible characters"),
  NOT_A_TRUTH_VALUE("应为 {oneOf}", "must be {oneOf}"),
  NOT_A_DATE("应为实际存在的日期，格式 YYYY-MM-DD", "must be an existing date, YYYY-MM-DD"),
  NOT_AN_ORGAN_CODE(
      "应为18位统一社会信用代码，且校验码正确（GB 32100-2015）",
      "must be 18 characters with the right check character (GB 32100-2015)"),
  NOT_A_UUID("应为UUID", "must be a UUID"),
  NOT_A_NUMBER("应为数字", "must be a number"),
  NOT_AN_INTEGER("应为整数", "must be an integer"),
  NOT_A_LIST("应为数组", "must be an array"),
  NOT_AN_OBJECT("应为对象", "must be an object"),
  NOT_AN_ENTITY_TAG(
      "应为读取时所得的ETag，连同其引号；或者 *", "must be the ETag that was read, with its quotation marks, or *"),
  NOT_ONE_OF("应为 {oneOf}", "must be {oneOf}"),
  WRONG_FORM("格式有误", "has a wrong form"),
  WRONG_LENGTH("长度应为{atLeast}至{atMost}个字符", "must have {atLeast} to {atMost} characters"),
  WRONG_COUNT("数量应为{atLeast}至{atMost}项", "must have {atLeast} to {atMost} entries"),
  TOO_MANY_VALUES("不得超过{atMost}个", "must be {atMost} at most"),
  TOO_MANY_DIGITS("至多%s位整数、%s位小数", "must have at most %s digits before and %s after the point"),
  BELOW_LEAST("不得小于{atLeast}", "must not be below {atLeast}"),
  ABOVE_MOST("不得大于{atMost}", "must not be above {atMost}"),
  UNSUITABLE("不符合要求", "doesn't meet the requirements"),
  UNKNOWN_PARAMETER("未知查询参数", "is not a known query parameter"),
  REPEATED_PARAMETER("查询参数重复出现", "is given more than once"),
  NUL_CHARACTER("含有空字符（U+0000）", "holds the character U+0000"),
  INTEGER_OUT_OF_RANGE("应为{atLeast}至{atMost}的整数", "must be an integer from {atLeast} to {atMost}"),
  DAY_OUT_OF_RANGE(
      "应为{atLeast}至{atMost}之间的日期，格式如2024-12-31",
      "must be a date from {atLeast} to {atMost}, such as 2024-12-31"),
  YEAR_OUT_OF_RANGE("应为{atLeast}至{atMost}之间的年份", "must be a year from {atLeast} to {atMost}"),
  PERIOD_REQUIRED("应填写 {oneOf}，或者同时填写 from 和 to", "give {oneOf}, or from and to"),
  PERIOD_REVERSED("不得早于 %s", "must not be before %s"),
  FOR_OWN_SCOPE("仅在 scope 为 OWN 时使用", "can only be used when the scope is OWN"),
  NOT_FROM_NEXT("应原样使用上一页 next 中的值", "must be taken as it is from next of the page before"),
  ORGAN_OUT_OF_SCOPE("不在授权的行政机关范围内", "is outside the organs that the client acts for");

  private final Text message;

  InputFault(String chinese, String english) {
    this.message = new Text(chinese, english);
  }

  @Override
  public Text message() {
    return message;
  }
}
