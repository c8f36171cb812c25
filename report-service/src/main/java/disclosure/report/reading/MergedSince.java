package disclosure.report.reading;

import disclosure.report.check.RollUp;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.MergedOrgan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose applications an organ has this year and had not in its report of last year. */
final class MergedSince {

  private MergedSince() {}

  /**
   * Those with the reports that they published on last year. One that was merged into another one
   * by then is in the report of that one, and isn't named beside it. What has nothing carried in
   * and no report of last year makes no difference.
   *
   * @param merged this year's
   * @param lastYear the organ's published table on last year
   * @param published those of the merged organs
   */
  static List<RollUp.Moved> of(
      List<MergedOrgan> merged, Optional<Matrix> lastYear, Map<OrganCode, Matrix> published) {
    Set<OrganCode> told =
        Stream.concat(lastYear.stream(), published.values().stream())
            .flatMap(table -> table.merged().stream())
            .map(MergedOrgan::organCode)
            .collect(Collectors.toSet());
    List<RollUp.Moved> since = new ArrayList<>();
    for (MergedOrgan organ : merged) {
      Optional<List<MatrixRow>> rows =
          Optional.ofNullable(published.get(organ.organCode())).map(Matrix::rows);
      if (!told.contains(organ.organCode()) && (rows.isPresent() || organ.carriedIn() > 0)) {
        since.add(new RollUp.Moved(new RollUp.NamedOrgan(organ.organCode(), organ.name()), rows));
      }
    }
    return since;
  }
}
