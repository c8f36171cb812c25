package disclosure.statistics.contract;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MatrixProperties {

  @Provide
  Arbitrary<Counts> counts() {
    return Arbitraries.longs().between(0, 1_000_000).array(long[].class).ofSize(6).map(Counts::of);
  }

  /** Any outcomes, any carried in and out with no less coming in than going out. */
  @Provide
  Arbitrary<Matrix> consistent() {
    return Combinators.combine(counts().list().ofSize(21), counts(), counts())
        .as(
            (outcomes, carriedIn, carriedOut) -> {
              Counts concluded = outcomes.stream().reduce(Counts.ZERO, Counts::plus);
              Counts all = concluded.plus(carriedOut).plus(carriedIn);
              List<MatrixRow> rows = new ArrayList<>();
              rows.add(MatrixRow.of(FormRow.NEWLY_RECEIVED, all));
              rows.add(MatrixRow.of(FormRow.CARRIED_IN, carriedIn));
              for (FormRow row : FormRow.outcomeRows()) {
                rows.add(MatrixRow.of(row, outcomes.get(row.ordinal() - 2)));
              }
              rows.add(MatrixRow.of(FormRow.CONCLUDED, concluded));
              rows.add(
                  MatrixRow.of(FormRow.CARRIED_OUT, carriedOut.plus(carriedIn).plus(carriedIn)));
              return PublishedReport.matrix(rows);
            });
  }

  @Property(tries = 200)
  void a_matrix_that_adds_up_breaks_no_identity(@ForAll("consistent") Matrix matrix) {
    assertThat(matrix.brokenIdentities()).isEmpty();
  }

  @Property(tries = 200)
  void one_cell_changed_breaks_one(
      @ForAll("consistent") Matrix matrix,
      @ForAll FormRow row,
      @ForAll ApplicantType column,
      @ForAll @IntRange(min = 1, max = 1000) int change) {
    List<MatrixRow> rows = new ArrayList<>(matrix.rows());
    long[] added = new long[6];
    added[column.ordinal()] = change;
    MatrixRow before = rows.get(row.ordinal());
    rows.set(row.ordinal(), MatrixRow.of(row, before.counts().plus(Counts.of(added))));

    assertThat(PublishedReport.matrix(rows).brokenIdentities())
        .anySatisfy(broken -> assertThat(broken.column()).contains(column));
  }

  @Property
  void adding_and_taking_away_again_changes_nothing(
      @ForAll("counts") Counts left, @ForAll("counts") Counts right) {
    assertThat(left.plus(right).minus(right)).isEqualTo(left);
    assertThat(left.plus(right)).isEqualTo(right.plus(left));
    assertThat(left.plus(Counts.ZERO)).isEqualTo(left);
    assertThat(left.plus(right).total()).isEqualTo(left.total() + right.total());
  }

  @Property(tries = 200)
  void a_matrix_is_read_back_as_it_was_written(@ForAll("consistent") Matrix matrix)
      throws Exception {
    String json = Json.MAPPER.writeValueAsString(matrix);

    assertThat(Json.MAPPER.readValue(json, Matrix.class)).isEqualTo(matrix);
  }
}
