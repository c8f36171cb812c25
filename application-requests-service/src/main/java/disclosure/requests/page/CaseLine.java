package disclosure.requests.page;

import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Wording;
import disclosure.requests.dispute.Dispute;
import disclosure.requests.page.form.Words;
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
    facts.add(new Screen.Pair(Wording.of("受理日期"), ChineseDates.of(dispute.acceptedOn())));
    dispute.forum().ifPresent(forum -> facts.add(new Screen.Pair(Wording.of("复议机关或者法院"), forum)));
    dispute.caseNumber().ifPresent(number -> facts.add(new Screen.Pair(Wording.of("案号"), number)));
    facts.add(new Screen.Pair(Wording.of("登记编号"), dispute.sourceReference()));
    dispute
        .closedOn()
        .ifPresent(day -> facts.add(new Screen.Pair(Wording.of("审结日期"), ChineseDates.of(day))));
    return new CaseLine(
        address(dispute.id()),
        Words.of(dispute.kind()),
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
        ? Wording.of("已作废")
        : dispute.result().map(Words::of).orElseGet(() -> Wording.of("尚未审结"));
  }

  /** Those that a new answer can follow from. */
  static List<Dispute> corrected(List<Dispute> cases) {
    return cases.stream().filter(Dispute::corrected).toList();
  }

  /** Which it is, in one line. */
  static String named(Dispute dispute) {
    return Wording.of(
        "%s，%s（%s受理）",
        Words.of(dispute.kind()),
        dispute.caseNumber().orElse(dispute.sourceReference()),
        ChineseDates.of(dispute.acceptedOn()));
  }

  /** Which of them has the id; that it is about another application where none has. */
  static String named(List<Dispute> cases, String id) {
    return cases.stream()
        .filter(one -> one.id().toString().equals(id))
        .findFirst()
        .map(CaseLine::named)
        .orElseGet(() -> Wording.of("（已更正为其他申请的案件）"));
  }
}
