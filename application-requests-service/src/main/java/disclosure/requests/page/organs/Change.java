package disclosure.requests.page.organs;

import disclosure.edge.Refusal;
import disclosure.edge.look.Wording;
import java.util.Arrays;
import java.util.List;

/** What can be changed of an organ at once. All of them put the same organ. */
enum Change {
  /** From a day on it is called otherwise, is something else, or stands elsewhere. */
  SINCE(
      "更名、改变类别或者改变隶属",
      "自变更日期起按新的内容登记；这一天以前的名称、类别和隶属保留不变，以前年度的统计和报告不受影响。",
      "登记变更",
      List.of("since", "name", "kind", "parentOrganCode")),
  /** It ends, or doesn't after all. */
  END(
      "终止，或者并入其他机关",
      "终止日期是机关存续的最后一天。填写承继机关的，次日起本机关的申请计入承继机关；没有承继机关的，须先为下级机关登记新的隶属。两项都留空，表示机关继续存续。",
      "登记终止",
      List.of("validTo", "successorOrganCode")),
  /** It was recorded wrongly. */
  CORRECT(
      "更正登记错误",
      "把登记错的内容改对，如同当初就这样登记。机关确实更名或者改变隶属的，请用“更名、改变类别或者改变隶属”登记，否则以前年度的统计也会按新的内容计算。",
      "更正登记",
      List.of("name", "kind", "parentOrganCode", "validFrom", "validTo", "successorOrganCode"));

  private final String label;
  private final String explained;
  private final String button;
  private final List<String> fields;

  Change(String label, String explained, String button, List<String> fields) {
    this.label = label;
    this.explained = explained;
    this.button = button;
    this.fields = fields;
  }

  /**
   * The one that an address or a form names.
   *
   * @throws Refusal 404
   */
  static Change of(String name) {
    return Arrays.stream(values())
        .filter(change -> change.name().equals(name))
        .findAny()
        .orElseThrow(Refusal::notFound);
  }

  String label() {
    return Wording.of(label);
  }

  String explained() {
    return Wording.of(explained);
  }

  String button() {
    return Wording.of(button);
  }

  /** The names of what is filled in; all else stays as it is. */
  List<String> fields() {
    return fields;
  }
}
