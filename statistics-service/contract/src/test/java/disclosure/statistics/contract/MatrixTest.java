package disclosure.statistics.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixTest {

  static Stream<Arguments> cells() {
    return Arrays.stream(FormRow.values())
        .flatMap(
            row -> Arrays.stream(ApplicantType.values()).map(column -> Arguments.of(row, column)));
  }

  @Test
  void the_published_figures_have_the_rows_and_columns_of_the_form_in_its_order() {
    List<String> rows = new ArrayList<>();
    PublishedReport.FIGURES.path("applications").fieldNames().forEachRemaining(rows::add);
    assertThat(rows)
        .containsExactlyElementsOf(Arrays.stream(FormRow.values()).map(Enum::name).toList());

    List<String> columns = new ArrayList<>();
    PublishedReport.FIGURES.path("columns").forEach(column -> columns.add(column.asText()));
    assertThat(columns)
        .containsExactlyElementsOf(Arrays.stream(ApplicantType.values()).map(Enum::name).toList());
  }

  @Test
  void the_published_matrix_adds_up() {
    assertThat(PublishedReport.matrix().brokenIdentities()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void one_too_many_is_found_in_every_cell(FormRow row, ApplicantType column) {
    assertFound(PublishedReport.with(row, column, 1), row, column);
  }

  @ParameterizedTest
  @MethodSource("cells")
  void one_too_few_is_found_in_every_cell(FormRow row, ApplicantType column) {
    if (PublishedReport.matrix().row(row).counts().of(column) == 0) {
      assertThatThrownBy(() -> PublishedReport.with(row, column, -1))
          .isInstanceOf(IllegalArgumentException.class);
    } else {
      assertFound(PublishedReport.with(row, column, -1), row, column);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_wrong_total_is_found_in_every_row(FormRow row) {
    for (long change : new long[] {1, -1}) {
      Matrix spoilt = PublishedReport.withTotal(row, change);
      long printed = spoilt.row(row).total();

      assertThat(spoilt.brokenIdentities())
          .contains(
              new BrokenIdentity(
                  Identity.TOTAL_IS_SUM, row, Optional.empty(), printed - change, printed));
      assertThat(spoilt.brokenIdentities())
          .filteredOn(broken -> broken.identity() != Identity.TOTAL_IS_SUM)
          .isNotEmpty()
          .allSatisfy(broken -> assertThat(broken.column()).isEmpty());
    }
  }

  @Test
  void both_sides_of_a_broken_identity_are_given() {
    Matrix spoilt = PublishedReport.with(FormRow.NOT_HELD, ApplicantType.NATURAL_PERSON, 1);

    assertThat(spoilt.brokenIdentities())
        .containsExactlyInAnyOrder(
            new BrokenIdentity(
                Identity.CONCLUDED_IS_SUM,
                FormRow.CONCLUDED,
                Optional.of(ApplicantType.NATURAL_PERSON),
                26,
                25),
            new BrokenIdentity(Identity.TOTAL_IS_SUM, FormRow.NOT_HELD, Optional.empty(), 22, 21));
  }

  @Test
  void the_first_identity_is_told_in_the_words_of_the_form() {
    assertThat(Identity.IN_EQUALS_OUT.label()).isEqualTo("第一项加第二项之和应等于第三项加第四项之和");
  }

  @Test
  void rows_missing_doubled_or_out_of_order_are_refused() {
    List<MatrixRow> rows = PublishedReport.matrix().rows();
    List<MatrixRow> exchanged = new ArrayList<>(rows);
    Collections.swap(exchanged, 4, 5);
    List<MatrixRow> doubled = new ArrayList<>(rows);
    doubled.set(4, doubled.get(5));

    assertRefused(rows.subList(0, 24));
    assertRefused(exchanged);
    assertRefused(doubled);
  }

  private static void assertFound(Matrix spoilt, FormRow row, ApplicantType column) {
    Identity expected =
        row.outcome().isPresent() ? Identity.CONCLUDED_IS_SUM : Identity.IN_EQUALS_OUT;

    assertThat(spoilt.brokenIdentities())
        .anySatisfy(
            broken -> {
              assertThat(broken.identity()).isEqualTo(expected);
              assertThat(broken.column()).contains(column);
              assertThat(broken.left()).isNotEqualTo(broken.right());
            })
        .anySatisfy(
            broken -> {
              assertThat(broken.identity()).isEqualTo(Identity.TOTAL_IS_SUM);
              assertThat(broken.row()).isEqualTo(row);
            })
        .allSatisfy(broken -> assertThat(broken.column().orElse(column)).isEqualTo(column));
  }

  private static void assertRefused(List<MatrixRow> rows) {
    assertThatThrownBy(() -> PublishedReport.matrix(rows))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
