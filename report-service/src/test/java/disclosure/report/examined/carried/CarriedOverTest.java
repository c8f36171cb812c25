package disclosure.report.examined.carried;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.examined.carried.CarriedOver.Carried;
import disclosure.report.examined.carried.CarriedOver.Difference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which reports are held against which, and when a difference is told. */
class CarriedOverTest {

  private static final String BUREAU = "临县水利局";
  private static final String TOWNSHIP = "城关镇人民政府";

  /** A report that takes over and hands on so many altogether. */
  private static Carried report(String organ, int year, String file, int in, int out) {
    return signed(organ, "", year, file, in, out);
  }

  private static Carried signed(
      String organ, String signedBy, int year, String file, int in, int out) {
    return new Carried(
        organ,
        signedBy,
        year,
        file,
        Map.of("总计", BigDecimal.valueOf(in)),
        Map.of("总计", BigDecimal.valueOf(out)));
  }

  private static List<String> told(Carried... reports) {
    return CarriedOver.between(List.of(reports)).stream()
        .map(
            one ->
                one.before() + " " + one.carriedOut() + ", " + one.file() + " " + one.carriedIn())
        .toList();
  }

  @Test
  void a_report_that_goes_on_from_one_of_several_versions_is_told_nothing_in_any_order() {
    Carried first = report(BUREAU, 2023, "2023.pdf", 0, 3);
    Carried corrected = report(BUREAU, 2023, "2023更正后.pdf", 0, 5);
    for (int in : new int[] {3, 5}) {
      Carried later = report(BUREAU, 2024, "2024.pdf", in, 0);
      assertThat(told(first, corrected, later)).isEmpty();
      assertThat(told(corrected, first, later)).isEmpty();
      assertThat(told(later, corrected, first)).isEmpty();
    }
  }

  @Test
  void one_that_goes_on_from_none_of_them_is_told_once() {
    Carried first = report(BUREAU, 2023, "2023.pdf", 0, 3);
    Carried corrected = report(BUREAU, 2023, "2023更正后.pdf", 0, 5);
    assertThat(told(first, corrected, report(BUREAU, 2024, "2024.pdf", 4, 0)))
        .containsExactly("2023更正后.pdf 5, 2024.pdf 4");
  }

  @Test
  void what_was_not_read_surely_of_one_of_them_may_fit() {
    Carried first = report(BUREAU, 2023, "2023.pdf", 0, 3);
    Carried scanned = new Carried(BUREAU, "", 2023, "2023扫描.pdf", Map.of(), Map.of());
    assertThat(told(first, scanned, report(BUREAU, 2024, "2024.pdf", 4, 0))).isEmpty();
  }

  @Test
  void townships_of_one_name_are_not_held_against_each_other() {
    assertThat(
            told(
                report(TOWNSHIP, 2023, "甲县/2023.pdf", 0, 3),
                report(TOWNSHIP, 2023, "乙县/2023.pdf", 0, 5),
                report(TOWNSHIP, 2024, "丙县/2024.pdf", 4, 0)))
        .isEmpty();
    assertThat(
            told(
                report(TOWNSHIP, 2023, "甲县/2023.pdf", 0, 3),
                report(TOWNSHIP, 2024, "甲县/2024.pdf", 3, 0),
                report(TOWNSHIP, 2024, "丙县/2024.pdf", 4, 0)))
        .isEmpty();
  }

  @Test
  void two_that_lie_in_several_folders_may_be_several_organs() {
    assertThat(
            told(
                report(TOWNSHIP, 2023, "甲县/2023.pdf", 0, 3),
                report(TOWNSHIP, 2024, "丙县/2024.pdf", 4, 0)))
        .isEmpty();
    assertThat(
            told(
                signed(TOWNSHIP, "甲县" + TOWNSHIP, 2023, "甲县/2023.pdf", 0, 3),
                report(TOWNSHIP, 2024, "丙县/2024.pdf", 4, 0)))
        .as("one is signed")
        .isEmpty();
    assertThat(
            told(
                report(BUREAU, 2023, "2023/水利局/1.pdf", 0, 3),
                report(BUREAU, 2024, "全部/1.pdf", 4, 0)))
        .as("a name with its region")
        .hasSize(1);
    for (String folder : List.of("%d/", "%d年/", "甲县/%d年度/", "甲县%d\\", "甲县/")) {
      assertThat(
              told(
                  report(TOWNSHIP, 2023, folder.replace("%d", "2023") + "a.pdf", 0, 3),
                  report(TOWNSHIP, 2024, folder.replace("%d", "2024") + "a.pdf", 4, 0)))
          .as(folder)
          .hasSize(1);
    }
  }

  @Test
  void their_signatures_tell_them_apart() {
    Carried before = signed(TOWNSHIP, "甲县" + TOWNSHIP, 2023, "甲县/2023.pdf", 0, 3);
    Carried other = signed(TOWNSHIP, "乙县" + TOWNSHIP, 2023, "乙县/2023.pdf", 0, 4);
    assertThat(told(before, other, signed(TOWNSHIP, "甲县" + TOWNSHIP, 2024, "甲县/2024.pdf", 4, 0)))
        .containsExactly("甲县/2023.pdf 3, 甲县/2024.pdf 4");
    assertThat(told(before, signed(TOWNSHIP, "乙县" + TOWNSHIP, 2024, "乙县/2024.pdf", 4, 0)))
        .isEmpty();
    assertThat(told(before, other, report(TOWNSHIP, 2024, "2024.pdf", 9, 0))).isEmpty();
  }

  @Test
  void a_name_without_a_region_is_one_organ_s_while_nothing_says_otherwise() {
    Carried before = report(TOWNSHIP, 2023, "2023.pdf", 0, 3);
    Carried later = report(TOWNSHIP, 2024, "2024.pdf", 4, 0);
    assertThat(told(before, later)).containsExactly("2023.pdf 3, 2024.pdf 4");
    assertThat(told(before, before, later)).as("with a copy").hasSize(1);
    assertThat(
            told(
                signed(TOWNSHIP, "甲县" + TOWNSHIP, 2023, "2023.pdf", 0, 3),
                signed(TOWNSHIP, TOWNSHIP, 2024, "2024.pdf", 4, 0)))
        .hasSize(1);
  }

  @Test
  void what_a_name_has_of_a_region_is_told_from_its_words() {
    for (String region : List.of("临县民政局", "吕梁市政府办公室", "临县市场监督管理局", "山西省水利厅", "新巴尔虎左旗教育局")) {
      assertThat(versions(region)).as(region).hasSize(1);
    }
    for (String none : List.of("市场监督管理局", "县市场监督管理局", "城市管理局", "鼓楼区教育局", "市政管理处", "石镇人民政府")) {
      assertThat(versions(none)).as(none).isEmpty();
    }
  }

  private static List<String> versions(String organ) {
    return told(
        report(organ, 2023, "a", 0, 1),
        report(organ, 2023, "b", 0, 2),
        report(organ, 2024, "c", 9, 0));
  }

  @Test
  void many_reports_of_one_name_take_no_time() {
    List<Carried> many = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      many.add(report(BUREAU, 2023, "a" + i, 0, i));
    }
    many.addAll(Collections.nCopies(500, report(BUREAU, 2024, "b", 9_999, 0)));
    assertThat(CarriedOver.between(many))
        .hasSize(500)
        .extracting(Difference::before)
        .containsOnly("a499");
  }
}
