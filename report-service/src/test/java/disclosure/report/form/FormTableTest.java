package disclosure.report.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.report.content.DocumentFigures;
import disclosure.report.content.FormerProactive;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.form.FormTable.CellKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormTableTest {

  @Test
  void section_three_is_merged_as_printed() {
    FormTable table = SectionContent.of(TestReports.linxian()).get(2).tables().get(0);
    assertThat(table.rows()).isEqualTo(28);
    assertThat(table.columns()).isEqualTo(10);
    assertThat(table.at(0, 0).rows()).isEqualTo(3);
    assertThat(table.at(0, 0).text()).contains("第一项加第二项之和，等于第三项加第四项之和");
    assertThat(table.at(5, 0).text()).isEqualTo("三、本年度办理结果");
    assertThat(table.at(5, 0).rows()).isEqualTo(22);
    assertThat(table.at(7, 1).text()).isEqualTo("（三）不予公开");
    assertThat(table.at(7, 1).rows()).isEqualTo(8);
    assertThat(table.at(15, 1).text()).isEqualTo("（四）无法提供");
    assertThat(table.at(15, 2).text()).isEqualTo("1.本机关不掌握相关政府信息");
    assertThat(table.at(15, 3).text()).isEqualTo("21");
    assertThat(table.at(26, 1).text()).isEqualTo("（七）总计");
    assertThat(table.at(27, 0).text()).isEqualTo("四、结转下年度继续办理");
    assertThat(table.at(27, 9).text()).isEqualTo("1");
  }

  @Test
  void in_the_edition_of_2019_other_handling_is_one_row() {
    FormTable table = SectionContent.of(TestReports.former()).get(2).tables().get(0);
    assertThat(table.rows()).isEqualTo(26);
    assertThat(table.at(5, 0).rows()).isEqualTo(20);
    assertThat(table.at(23, 1).text()).isEqualTo("（六）其他处理");
    assertThat(table.at(23, 1).columns()).isEqualTo(2);
    // 1200, 1210 and 1220 of natural persons.
    assertThat(table.at(23, 3).text()).isEqualTo("3630");
    assertThat(table.at(24, 1).text()).isEqualTo("（七）总计");
    assertThat(table.at(24, 3).text()).isEqualTo("1230");
    assertThat(table.at(25, 0).text()).isEqualTo("四、结转下年度继续办理");
    assertThat(table.at(25, 3).text()).isEqualTo("1240");
  }

  @Test
  void a_figure_that_is_not_entered_is_blank_and_none() {
    ProactiveFigures some =
        new ProactiveFigures(
            new DocumentFigures(Optional.of(0L), Optional.empty(), Optional.of(7L)),
            DocumentFigures.EMPTY,
            Optional.empty(),
            Optional.of(3L),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    List<FormTable> tables = ProactiveTables.of(some);
    assertThat(tables.get(0).at(2, 1).text()).isEqualTo("0");
    assertThat(tables.get(0).at(2, 2).lines()).containsExactly("");
    assertThat(tables.stream().flatMap(table -> table.figures().stream()).map(Figure::value))
        .containsExactly(
            Optional.of(BigDecimal.ZERO),
            Optional.empty(),
            Optional.of(BigDecimal.valueOf(7)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(BigDecimal.valueOf(3)),
            Optional.empty(),
            Optional.empty());
    assertThat(
            ProactiveTables.of(ProactiveFigures.of(FormerProactive.EMPTY)).stream()
                .flatMap(table -> table.figures().stream())
                .map(Figure::value))
        .hasSize(22)
        .containsOnly(Optional.empty());
  }

  @Test
  void in_the_edition_of_2019_section_two_has_five_tables() {
    List<FormTable> tables = SectionContent.of(TestReports.former()).get(1).tables();
    assertThat(tables.stream().map(FormTable::caption))
        .containsExactly("第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项", "第二十条第（九）项");
    assertThat(
            tables.stream()
                .flatMap(table -> table.figures().stream())
                .map(figure -> figure.value().orElseThrow().toPlainString()))
        .containsExactly(
            "1", "2", "3", "4", "5", "6", "7", "-8", "9", "10", "11", "12", "13", "-14", "15", "16",
            "17", "18", "19", "20", "21", "22.5");
  }

  @Test
  void a_table_with_a_hole_or_an_overlap_can_not_be_built() {
    assertThatThrownBy(
            () -> new FormTable.Builder("t", 0, 50, 50).cell(0, 0, "x", CellKind.LABEL).build())
        .hasMessageContaining("is not covered");
    assertThatThrownBy(
            () ->
                new FormTable.Builder("t", 0, 50, 50)
                    .cell(0, 0, 1, 2, "x", CellKind.LABEL)
                    .cell(0, 1, "y", CellKind.LABEL)
                    .build())
        .hasMessageContaining("is covered twice");
  }

  @Test
  void a_table_is_split_between_groups_with_its_headings_and_groups_on_both_sides() {
    FormTable table = SectionContent.of(TestReports.distinct()).get(2).tables().get(0);
    assertThat(table.bestSplit(19)).hasValue(18);
    List<FormTable> parts = table.split(18);
    assertThat(parts).extracting(FormTable::rows).containsExactly(18, 3 + 10);
    assertThat(parts).extracting(FormTable::headingRows).containsExactly(3, 3);
    assertThat(parts.get(1).at(3, 0).text()).isEqualTo("三、本年度办理结果");
    assertThat(parts.get(1).at(3, 1).text()).isEqualTo("（五）不予处理");
    assertThat(parts.get(1).at(12, 0).text()).isEqualTo("四、结转下年度继续办理");
    assertThat(parts.stream().flatMap(part -> part.figures().stream()).map(Figure::value).toList())
        .isEqualTo(table.figures().stream().map(Figure::value).toList());
  }

  @Test
  void a_table_of_which_too_little_fits_is_not_split() {
    FormTable table = SectionContent.of(TestReports.distinct()).get(2).tables().get(0);
    for (int fitting = 0; fitting < 9; fitting++) {
      assertThat(table.bestSplit(fitting)).as("%d rows", fitting).isEmpty();
    }
    // The groups of (三) and of those who are no natural persons are not torn.
    assertThat(table.bestSplit(14)).isEqualTo(table.bestSplit(9));
    assertThat(table.bestSplit(28).orElseThrow()).isLessThanOrEqualTo(24);
  }
}
