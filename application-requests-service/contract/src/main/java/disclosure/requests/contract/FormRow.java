package disclosure.requests.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The 25 rows of table three (国办公开办函〔2021〕30号), in the order of the form: two that come in, the 21
 * {@link Outcome}s, their sum, and what is carried out. In every column the first two add up to the
 * last two.
 */
public enum FormRow {
  NEWLY_RECEIVED("一", "本年新收政府信息公开申请数量"),
  CARRIED_IN("二", "上年结转政府信息公开申请数量"),
  DISCLOSED(Outcome.DISCLOSED),
  PARTIALLY_DISCLOSED(Outcome.PARTIALLY_DISCLOSED),
  STATE_SECRET(Outcome.STATE_SECRET),
  PROHIBITED_BY_LAW(Outcome.PROHIBITED_BY_LAW),
  THREE_SECURITIES_ONE_STABILITY(Outcome.THREE_SECURITIES_ONE_STABILITY),
  THIRD_PARTY_RIGHTS(Outcome.THIRD_PARTY_RIGHTS),
  INTERNAL_AFFAIRS(Outcome.INTERNAL_AFFAIRS),
  PROCESS_INFORMATION(Outcome.PROCESS_INFORMATION),
  ENFORCEMENT_CASE_FILE(Outcome.ENFORCEMENT_CASE_FILE),
  ADMINISTRATIVE_INQUIRY(Outcome.ADMINISTRATIVE_INQUIRY),
  NOT_HELD(Outcome.NOT_HELD),
  REQUIRES_CREATION(Outcome.REQUIRES_CREATION),
  STILL_UNCLEAR_AFTER_CORRECTION(Outcome.STILL_UNCLEAR_AFTER_CORRECTION),
  PETITION_OR_COMPLAINT(Outcome.PETITION_OR_COMPLAINT),
  DUPLICATE_APPLICATION(Outcome.DUPLICATE_APPLICATION),
  PUBLISHED_MATERIAL(Outcome.PUBLISHED_MATERIAL),
  EXCESSIVE_WITHOUT_REASON(Outcome.EXCESSIVE_WITHOUT_REASON),
  CONFIRMATION_OR_REISSUE(Outcome.CONFIRMATION_OR_REISSUE),
  CORRECTION_OVERDUE(Outcome.CORRECTION_OVERDUE),
  FEE_OVERDUE(Outcome.FEE_OVERDUE),
  OTHER_HANDLING(Outcome.OTHER_HANDLING),
  CONCLUDED("三（七）", "总计"),
  CARRIED_OUT("四", "结转下年度继续办理");

  private static final List<FormRow> OUTCOME_ROWS =
      Arrays.stream(values()).filter(row -> row.outcome().isPresent()).toList();

  private final Optional<Outcome> outcome;
  private final String number;
  private final String label;

  FormRow(String number, String label) {
    this.outcome = Optional.empty();
    this.number = number;
    this.label = label;
  }

  FormRow(Outcome outcome) {
    this.outcome = Optional.of(outcome);
    String ordinal = outcome.ordinalInCategory() == 0 ? "" : outcome.ordinalInCategory() + "";
    this.number = "三" + outcome.category().number() + ordinal;
    this.label = outcome.label();
  }

  /** The row that counts the given outcome. */
  public static FormRow of(Outcome outcome) {
    return OUTCOME_ROWS.get(outcome.ordinal());
  }

  /** The rows that count outcomes, in the order of {@link Outcome}. */
  public static List<FormRow> outcomeRows() {
    return OUTCOME_ROWS;
  }

  /** The outcome that the row counts; empty for the four rows that are sums or carry-overs. */
  public Optional<Outcome> outcome() {
    return outcome;
  }

  /** The row's full number in the form, for example 三（四）1. */
  public String number() {
    return number;
  }

  /** The row's words in the form, without its number. */
  public String label() {
    return label;
  }
}
