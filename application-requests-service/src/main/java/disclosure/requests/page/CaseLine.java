package disclosure.requests.page;

import disclosure.edge.look.ChineseDates;
import disclosure.requests.contract.DisputeResult;
import disclosure.requests.dispute.Dispute;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A dispute in words.
 *
 * @param address of its page
 * @param title what kind it is, and which
 * @param state how it stands
 * @param facts what else is recorded
 * @param gone whether it counts nowhere
 */
public record CaseLine(
    String address, String title, String state, List<Screen.Pair> facts, boolean gone) {

  /** Of a case as it stands. */
  public static CaseLine of(Dispute dispute) {
    List<Screen.Pair> facts = new ArrayList<>();
    facts.add(new Screen.Pair("受理日期", ChineseDates.of(dispute.acceptedOn())));
    dispute.forum().ifPresent(forum -> facts.add(new Screen.Pair("复议机关或者法院", forum)));
    dispute.caseNumber().ifPresent(number -> facts.add(new Screen.Pair("案号", number)));
    facts.add(new Screen.Pair("登记编号", dispute.sourceReference()));
    dispute.closedOn().ifPresent(day -> facts.add(new Screen.Pair("审结日期", ChineseDates.of(day))));
    return new CaseLine(
        address(dispute.id()),
        dispute.kind().label(),
        state(dispute),
        facts,
        dispute.countsNowhere());
  }

  /** Where the page of a case is. */
  public static String address(UUID id) {
    return Screen.PATH + "/disputes/" + id;
  }

  private static String state(Dispute dispute) {
    return dispute.countsNowhere()
        ? "已作废"
        : dispute.result().map(DisputeResult::label).orElse("尚未审结");
  }

  /** Those that a new answer can follow from. */
  static List<Dispute> corrected(List<Dispute> cases) {
    return cases.stream().filter(Dispute::corrected).toList();
  }

  /** Which it is, in one line. */
  static String named(Dispute dispute) {
    return dispute.kind().label()
        + "，"
        + dispute.caseNumber().orElse(dispute.sourceReference())
        + "（"
        + ChineseDates.of(dispute.acceptedOn())
        + "受理）";
  }

  /** Which of them has the id; that it is about another application where none has. */
  static String named(List<Dispute> cases, String id) {
    return cases.stream()
        .filter(one -> one.id().toString().equals(id))
        .findFirst()
        .map(CaseLine::named)
        .orElse("（已更正为其他申请的案件）");
  }
}
