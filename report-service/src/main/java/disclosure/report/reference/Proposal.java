package disclosure.report.reference;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.OutcomeCategory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One of the usual sentences, its figures as references.
 *
 * @param section the field of the draft that it belongs in
 * @param text to be taken over into it
 */
public record Proposal(String section, String text) {

  /** The sentences for a report on the given year, in their usual order. */
  public static List<Proposal> of(int year) {
    return List.of(
        new Proposal("overview", received(year)),
        new Proposal(
            "overview",
            "上年结转"
                + Reference.to("matrix.CARRIED_IN.total")
                + "件，本年办结"
                + Reference.to("matrix.CONCLUDED.total")
                + "件，结转下年度继续办理"
                + Reference.to("matrix.CARRIED_OUT.total")
                + "件。"),
        new Proposal("overview", "在法定期限内答复" + Reference.to("handling.inTime") + "件。"),
        new Proposal("overview", outcomes()),
        new Proposal("overview", disputes()),
        new Proposal("otherMatters", fees(year)));
  }

  private static String received(int year) {
    String parts =
        Arrays.stream(ApplicantType.values())
            .map(type -> type.label() + Reference.to("matrix.NEWLY_RECEIVED." + type.name()) + "件")
            .collect(Collectors.joining("，"));
    return year
        + "年，本机关共新收政府信息公开申请"
        + Reference.to("matrix.NEWLY_RECEIVED.total")
        + "件，其中"
        + parts
        + "。";
  }

  private static String outcomes() {
    return Arrays.stream(OutcomeCategory.values())
        .map(
            category ->
                category.label()
                    + Reference.to("outcomes." + category.name() + ".total")
                    + "件，占"
                    + Reference.to("outcomes." + category.name() + ".share")
                    + "%")
        .collect(Collectors.joining("；", "在办结的申请中，", "。"));
  }

  private static String disputes() {
    return "因政府信息公开引起的行政复议"
        + Reference.to("disputes.RECONSIDERATION.total")
        + "件，行政诉讼"
        + Reference.to("disputes.LITIGATION.total")
        + "件。";
  }

  private static String fees(int year) {
    return year
        + "年，本机关依申请提供政府信息，发出信息处理费收费通知"
        + Reference.to("handling.feeNotices")
        + "件，总金额"
        + Reference.to("handling.noticedYuan")
        + "元，实际收取"
        + Reference.to("handling.paidYuan")
        + "元。";
  }
}
