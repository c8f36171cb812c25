package disclosure.statistics.page;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Counts;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatrixTableTest {

  private static final MatrixTable TABLE = MatrixTable.of(until(LocalDate.of(2024, 12, 31)));

  private static Matrix until(LocalDate last) {
    return new Matrix(
        new OrganCode("111411240123456713"),
        "某局",
        LocalDate.of(2024, 1, 1),
        last,
        Scope.OWN,
        Instant.EPOCH,
        List.of(),
        Arrays.stream(FormRow.values())
            .map(row -> MatrixRow.of(row, Counts.of(1, 2, 3, 4, 5, 6)))
            .toList(),
        List.of(),
        List.of());
  }

  @Test
  void what_is_carried_into_a_period_that_is_no_year_is_of_the_period_before() {
    Matrix quarter = until(LocalDate.of(2024, 3, 31));
    assertThat(MatrixTable.of(quarter).rows().get(1).heads())
        .extracting(MatrixTable.Head::label)
        .containsExactly("二、上期结转政府信息公开申请数量");
    assertThat(MatrixTable.lines(quarter).get(1))
        .containsExactly("二", "上期结转政府信息公开申请数量", "1", "2", "3", "4", "5", "6", "21");
    assertThat(MatrixTable.heads()).startsWith("序号", "项目", "自然人").endsWith("总计");
    assertThat(TABLE.rows().get(1).heads())
        .extracting(MatrixTable.Head::label)
        .containsExactly("二、上年结转政府信息公开申请数量");
  }

  @Test
  void the_heads_at_the_left_fill_three_columns_of_every_row() {
    int[] covered = new int[TABLE.rows().size()];
    for (int row = 0; row < covered.length; row++) {
      for (MatrixTable.Head head : TABLE.rows().get(row).heads()) {
        for (int below = row; below < row + head.rows(); below++) {
          covered[below] += head.columns();
        }
      }
    }
    assertThat(covered).hasSize(25).containsOnly(3);
  }

  @Test
  void every_number_names_heads_that_there_are() {
    Set<String> ids = new HashSet<>(Set.of("applicants", "organizations", "column-TOTAL"));
    ids.add("column-NATURAL_PERSON");
    TABLE.organizations().forEach(column -> assertThat(ids.add(column.id())).isTrue());
    TABLE.rows().stream()
        .flatMap(row -> row.heads().stream())
        .forEach(head -> assertThat(ids.add(head.id())).isTrue());

    assertThat(TABLE.rows())
        .allSatisfy(
            row -> {
              assertThat(row.cells()).hasSize(7);
              assertThat(row.cells())
                  .allSatisfy(
                      cell -> assertThat(ids).containsAll(List.of(cell.headers().split(" "))));
            });
  }

  @Test
  void the_words_are_those_of_the_form() {
    assertThat(TABLE.rows().get(2).heads())
        .extracting(MatrixTable.Head::label)
        .containsExactly("三、本年度办理结果", "（一）予以公开");
    assertThat(TABLE.rows().get(12).heads())
        .extracting(MatrixTable.Head::label)
        .containsExactly("（四）无法提供", "1.本机关不掌握相关政府信息");
    assertThat(TABLE.rows().get(24).heads())
        .extracting(MatrixTable.Head::label)
        .containsExactly("四、结转下年度继续办理");
  }
}
