package disclosure.requests.page.worklist;

import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import disclosure.edge.look.Wording;
import disclosure.requests.contract.ApplicationStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which applications the worklist shows, and in which order. */
enum View {
  /** Those with a due date, the first due first. */
  DUE("待办：按答复期限", "due", List.of()),
  /** Those for which somebody outside is waited. */
  WAITING(
      "等待对方：待补正、征求意见、待说明理由、待缴费",
      "received",
      List.of(
          ApplicationStatus.AWAITING_CORRECTION,
          ApplicationStatus.CONSULTING,
          ApplicationStatus.AWAITING_REASONS,
          ApplicationStatus.AWAITING_FEE)),
  /** Those of them whose time is over, the first received first. */
  MISSING("对方的期限已过", "", List.of()),
  /** All, the last received first. */
  ALL("全部：按收到日期", "received", List.of());

  static final String PARAMETER = "view";

  private final String label;
  private final String sort;
  private final List<ApplicationStatus> statuses;

  View(String label, String sort, List<ApplicationStatus> statuses) {
    this.label = label;
    this.sort = sort;
    this.statuses = statuses;
  }

  /**
   * The view that the parameters choose.
   *
   * @throws Refusal 400
   */
  static View of(Map<String, String> filled) {
    String code = Optional.ofNullable(filled.get(PARAMETER)).orElse(DUE.code());
    return Arrays.stream(values())
        .filter(view -> view.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.invalid(
                    InputFault.NOT_ONE_OF.at(
                        PARAMETER,
                        Expected.oneOf(
                            Arrays.stream(values()).map(View::code).toArray(Object[]::new)))));
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String label() {
    return Wording.of(label);
  }

  /** The order, as lists call it; of those that are no list of the API none. */
  String sort() {
    return sort;
  }

  /** The statuses, as lists take them; empty for any. */
  Optional<String> statuses() {
    return Optional.of(statuses)
        .filter(some -> !some.isEmpty())
        .map(some -> some.stream().map(Enum::name).collect(Collectors.joining(",")));
  }
}
