package disclosure.report.reading;

import disclosure.statistics.contract.MergedOrgan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The paragraph of section six that says what table three has of organs that were merged. */
final class MergedOrgansText {

  private MergedOrgansText() {}

  /** Empty when there is no such organ. */
  static Optional<String> of(List<MergedOrgan> merged) {
    return merged.isEmpty()
        ? Optional.empty()
        : Optional.of(
            merged.stream()
                .map(MergedOrgansText::clause)
                .collect(Collectors.joining("；", "本报告第三部分的数据包括已并入本机关的下列单位：", "。")));
  }

  private static String clause(MergedOrgan organ) {
    return String.format(
        Locale.ROOT,
        "%s（存续至%d年%d月%d日）新收%d件、上年结转%d件、办结%d件、结转下年度%d件",
        organ.name(),
        organ.until().getYear(),
        organ.until().getMonthValue(),
        organ.until().getDayOfMonth(),
        organ.newlyReceived(),
        organ.carriedIn(),
        organ.concluded(),
        organ.carriedOut());
  }
}
