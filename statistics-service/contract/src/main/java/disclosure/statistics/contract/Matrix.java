package disclosure.statistics.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Table three of the annual report for one organ, period and scope: 25 rows by six applicant types
 * and a total.
 *
 * @param organ the organ asked for
 * @param organName its name in the directory
 * @param from the first day of the period
 * @param to its last day
 * @param scope which organs were counted
 * @param asOf the moment of the one snapshot that all figures come from
 * @param appliedThrough how far each partition had been counted in that snapshot
 * @param rows all 25 rows in the order of the form
 * @param organChanges what became of the counted organs during the period, by day
 * @param merged the organs that ended and are counted with this one as its own, by their codes;
 *     empty for sums over several organs, and in tables of before there was this field
 */
public record Matrix(
    @JsonProperty(required = true) OrganCode organ,
    @JsonProperty(required = true) String organName,
    @JsonProperty(required = true) LocalDate from,
    @JsonProperty(required = true) LocalDate to,
    @JsonProperty(required = true) Scope scope,
    @JsonProperty(required = true) Instant asOf,
    @JsonProperty(required = true) List<AppliedPosition> appliedThrough,
    @JsonProperty(required = true) List<MatrixRow> rows,
    @JsonProperty(required = true) List<OrganChange> organChanges,
    List<MergedOrgan> merged) {

  /**
   * @throws IllegalArgumentException when the rows are not the 25 of the form in its order
   */
  public Matrix {
    appliedThrough = List.copyOf(appliedThrough);
    rows = List.copyOf(rows);
    organChanges = List.copyOf(organChanges);
    merged = merged == null ? List.of() : List.copyOf(merged);
    if (!rows.stream().map(MatrixRow::code).toList().equals(List.of(FormRow.values()))) {
      throw new IllegalArgumentException("not the 25 rows of the form in their order");
    }
  }

  /** The given row. */
  public MatrixRow row(FormRow code) {
    return rows.get(code.ordinal());
  }

  /** Every equation that does not hold; empty when the table adds up. */
  public List<BrokenIdentity> brokenIdentities() {
    List<BrokenIdentity> broken = new ArrayList<>();
    for (ApplicantType type : ApplicantType.values()) {
      checkColumn(Optional.of(type), row -> row.counts().of(type), broken);
    }
    checkColumn(Optional.empty(), MatrixRow::total, broken);
    for (MatrixRow row : rows) {
      long sum = row.counts().total();
      if (sum != row.total()) {
        broken.add(
            new BrokenIdentity(
                Identity.TOTAL_IS_SUM, row.code(), Optional.empty(), sum, row.total()));
      }
    }
    return List.copyOf(broken);
  }

  private void checkColumn(
      Optional<ApplicantType> column, ToLongFunction<MatrixRow> cell, List<BrokenIdentity> broken) {
    long in =
        cell.applyAsLong(row(FormRow.NEWLY_RECEIVED)) + cell.applyAsLong(row(FormRow.CARRIED_IN));
    long concluded = cell.applyAsLong(row(FormRow.CONCLUDED));
    long out = concluded + cell.applyAsLong(row(FormRow.CARRIED_OUT));
    if (in != out) {
      broken.add(new BrokenIdentity(Identity.IN_EQUALS_OUT, FormRow.CARRIED_OUT, column, in, out));
    }
    long outcomes =
        FormRow.outcomeRows().stream().map(this::row).mapToLong(cell).reduce(0, Long::sum);
    if (outcomes != concluded) {
      broken.add(
          new BrokenIdentity(
              Identity.CONCLUDED_IS_SUM, FormRow.CONCLUDED, column, outcomes, concluded));
    }
  }
}
