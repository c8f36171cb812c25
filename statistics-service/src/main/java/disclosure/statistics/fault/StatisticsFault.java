package disclosure.statistics.fault;

import disclosure.edge.FaultCode;
import disclosure.edge.Text;

/** What can be wrong with a request to the statistics. */
public enum StatisticsFault implements FaultCode {
  NOT_SUPPORTED_HERE("此处不支持此参数", "is not supported here"),
  NOT_A_PAST_MOMENT(
      "应为不晚于当前时刻的时间，格式如 2025-03-31T23:59:59+08:00（“+”在网址中写作 %2B）",
      "must be a moment not ahead of now, such as 2025-03-31T23:59:59+08:00 (+ is %2B in a URL)"),
  QUARTER_OUT_OF_RANGE(
      "应为{atLeast}至{atMost}的季度，格式 YYYY-Q1",
      "must be a quarter from {atLeast} to {atMost}, YYYY-Q1"),
  MONTH_OUT_OF_RANGE(
      "应为{atLeast}至{atMost}的月份，格式 YYYY-MM", "must be a month from {atLeast} to {atMost}, YYYY-MM"),
  ONE_PERIOD_ONLY(
      "只能写明一个期间：{oneOf}，或者 from 和 to", "give only one of these: {oneOf}, or from and to"),
  TOO_MANY_MONTHS("不得超过{atMost}个月", "must not be more than {atMost} months");

  private final Text message;

  StatisticsFault(String chinese, String english) {
    this.message = new Text(chinese, english);
  }

  @Override
  public Text message() {
    return message;
  }
}
