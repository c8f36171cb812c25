package disclosure.report.examination.label;

import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.OutcomeCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The labels of table three. */
public final class RowLabels {

  /**
   * A row that a label may be of.
   *
   * @param row the form's row; empty for （六）其他处理 in one row
   */
  public record Row(Optional<FormRow> row) {

    /** （六）其他处理 in one row. */
    public static final Row OTHER_HANDLING_IN_ONE = new Row(Optional.empty());

    /** The form's row. */
    public static Row of(FormRow row) {
      return new Row(Optional.of(row));
    }

    /** By this, rows come in the order of the form. */
    public double order() {
      return row.map(one -> (double) one.ordinal())
          .orElse(FormRow.of(Outcome.CORRECTION_OVERDUE).ordinal() - 0.5);
    }
  }

  /** What the first cells of a group's rows say before the row's own label. */
  private static final List<String> GROUPS = groups();

  private static final LabelBook<Row> BOOK = book();

  private RowLabels() {}

  private static List<String> groups() {
    List<String> groups = new ArrayList<>(List.of("本年度办理结果", "本年度办", "理结果", "办理结果", "本年度"));
    for (OutcomeCategory category : OutcomeCategory.values()) {
      groups.add(category.label());
    }
    groups.removeAll(List.of("予以公开", "部分公开"));
    return List.copyOf(groups);
  }

  private static LabelBook<Row> book() {
    LabelBook<Row> book = new LabelBook<>();
    for (FormRow row : FormRow.values()) {
      book.label(Row.of(row), row.label());
    }
    return book.label(Row.OTHER_HANDLING_IN_ONE, "其他处理")
        .label(Row.of(FormRow.NEWLY_RECEIVED), "本年新收政府信息公开申请数", "本年新收政府信息公开申请")
        .label(Row.of(FormRow.CARRIED_IN), "上年结转政府信息公开申请数", "上年结转政府信息公开申请")
        .label(Row.of(FormRow.PARTIALLY_DISCLOSED), "部分公开")
        .label(Row.of(FormRow.OTHER_HANDLING), "其他情形")
        .label(Row.of(FormRow.CONCLUDED), "合计")
        .label(Row.of(FormRow.CARRIED_OUT), "结转下年度继续办理数量", "结转下年继续办理")
        .key(Row.of(FormRow.NEWLY_RECEIVED), "本年新收", "本年度新收")
        .key(Row.of(FormRow.CARRIED_IN), "上年结转", "上年度结转")
        .key(Row.of(FormRow.DISCLOSED), "予以公开")
        .key(Row.of(FormRow.PARTIALLY_DISCLOSED), "部分公开", "区分处理的")
        .key(Row.of(FormRow.STATE_SECRET), "国家秘密")
        .key(Row.of(FormRow.PROHIBITED_BY_LAW), "法律行政法规禁止", "行政法规禁止公开")
        .key(Row.of(FormRow.THREE_SECURITIES_ONE_STABILITY), "三安全一稳定", "三安全")
        .key(Row.of(FormRow.THIRD_PARTY_RIGHTS), "第三方合法", "保护第三方")
        .key(Row.of(FormRow.INTERNAL_AFFAIRS), "内部事务信息", "三类内部")
        .key(Row.of(FormRow.PROCESS_INFORMATION), "过程性信息", "四类过程")
        .key(Row.of(FormRow.ENFORCEMENT_CASE_FILE), "执法案卷")
        .key(Row.of(FormRow.ADMINISTRATIVE_INQUIRY), "行政查询事项")
        .key(Row.of(FormRow.NOT_HELD), "不掌握相关", "本机关不掌握")
        .key(Row.of(FormRow.REQUIRES_CREATION), "没有现成信息", "需要另行制作")
        .key(Row.of(FormRow.STILL_UNCLEAR_AFTER_CORRECTION), "补正后申请", "内容仍不明确")
        .key(Row.of(FormRow.PETITION_OR_COMPLAINT), "信访举报", "举报投诉")
        .key(Row.of(FormRow.DUPLICATE_APPLICATION), "重复申请")
        .key(Row.of(FormRow.PUBLISHED_MATERIAL), "公开出版物")
        .key(Row.of(FormRow.EXCESSIVE_WITHOUT_REASON), "大量反复申请", "无正当理由大量")
        .key(Row.of(FormRow.CONFIRMATION_OR_REISSUE), "重新出具", "行政机关确认或")
        .key(Row.of(FormRow.CORRECTION_OVERDUE), "逾期不补正")
        .key(Row.of(FormRow.FEE_OVERDUE), "收费通知要求", "缴纳费用")
        .key(Row.of(FormRow.CARRIED_OUT), "结转下年");
  }

  /** The row that the words are the label of, with or without its group's before it. */
  public static Optional<LabelBook.Match<Row>> match(String words) {
    Optional<LabelBook.Match<Row>> whole = BOOK.match(words);
    if (whole.isPresent() && whole.get().exact()) {
      return whole;
    }
    String rest = withoutGroups(words);
    if (rest.equals(words) || rest.isEmpty()) {
      return whole;
    }
    Optional<LabelBook.Match<Row>> own = BOOK.match(rest);
    return own.isPresent() && own.get().exact() || whole.isEmpty() ? own : whole;
  }

  private static String withoutGroups(String words) {
    String rest = words;
    boolean shorter = true;
    while (shorter) {
      shorter = false;
      for (String group : GROUPS) {
        if (rest.startsWith(group) && rest.length() > group.length()) {
          rest = rest.substring(group.length());
          shorter = true;
        }
      }
    }
    return rest;
  }
}
