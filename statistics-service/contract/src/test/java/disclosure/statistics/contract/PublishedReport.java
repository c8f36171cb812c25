package disclosure.statistics.contract;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/** The figures of the 2024 report of 临县人民政府办公室, as published. */
final class PublishedReport {

  static final JsonNode FIGURES = Json.resource("/linxian-2024/figures.json");

  private PublishedReport() {}

  /** Table three as printed; the total column is read and not computed. */
  static Matrix matrix() {
    return matrix(
        Arrays.stream(FormRow.values())
            .map(
                row -> {
                  JsonNode printed = FIGURES.path("applications").path(row.name());
                  long[] counts =
                      StreamSupport.stream(printed.path("counts").spliterator(), false)
                          .mapToLong(JsonNode::asLong)
                          .toArray();
                  return new MatrixRow(row, Counts.of(counts), printed.path("total").asLong());
                })
            .toList());
  }

  /** The matrix with one cell changed by the given number, its total left as printed. */
  static Matrix with(FormRow row, ApplicantType column, long change) {
    List<MatrixRow> rows = new ArrayList<>(matrix().rows());
    MatrixRow printed = rows.get(row.ordinal());
    long[] counts = Arrays.stream(ApplicantType.values()).mapToLong(printed.counts()::of).toArray();
    counts[column.ordinal()] += change;
    rows.set(row.ordinal(), new MatrixRow(row, Counts.of(counts), printed.total()));
    return matrix(rows);
  }

  /** The matrix with one printed total changed by the given number. */
  static Matrix withTotal(FormRow row, long change) {
    List<MatrixRow> rows = new ArrayList<>(matrix().rows());
    MatrixRow printed = rows.get(row.ordinal());
    rows.set(row.ordinal(), new MatrixRow(row, printed.counts(), printed.total() + change));
    return matrix(rows);
  }

  static Matrix matrix(List<MatrixRow> rows) {
    return new Matrix(
        new OrganCode("111411240123456713"),
        FIGURES.path("organ").asText(),
        LocalDate.parse(FIGURES.path("periodFrom").asText()),
        LocalDate.parse(FIGURES.path("periodTo").asText()),
        Scope.OWN,
        Instant.parse("2025-01-06T01:00:00Z"),
        List.of(),
        rows,
        List.of(),
        List.of());
  }
}
