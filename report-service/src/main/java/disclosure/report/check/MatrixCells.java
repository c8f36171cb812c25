package disclosure.report.check;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.MatrixRow;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of table three, by the names that they have in the form. */
final class MatrixCells {

  private static final String TOTAL = "总计";

  /** The six applicant types and the total, which is empty. */
  static final List<Optional<ApplicantType>> COLUMNS =
      Stream.concat(
              Arrays.stream(ApplicantType.values()).map(Optional::of),
              Stream.of(Optional.<ApplicantType>empty()))
          .toList();

  private MatrixCells() {}

  static long of(MatrixRow row, Optional<ApplicantType> column) {
    return column.map(type -> row.counts().of(type)).orElse(row.total());
  }

  static String column(Optional<ApplicantType> column) {
    return column.map(ApplicantType::label).orElse(TOTAL);
  }

  static String row(FormRow row) {
    return row.number() + " " + row.label();
  }
}
