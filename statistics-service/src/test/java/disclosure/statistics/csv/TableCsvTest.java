package disclosure.statistics.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableCsvTest {

  @Test
  void each_cell_stands_alone_and_none_is_a_formula() {
    String csv =
        TableCsv.csv(List.of("name", "number"), List.of(List.of("a,b", "1"), List.of("=1+1", "2")));

    assertThat(csv.replace("\"", "").lines())
        .containsExactly("\uFEFFname,number", "a,b,1", "'=1+1,2");
    assertThat(csv).contains("\"a,b\",1");
  }

  @Test
  void a_number_stays_a_number_and_none_is_empty() {
    String csv =
        TableCsv.csv(
            List.of("项目", "增减"),
            List.of(
                List.of("新收", "-2"),
                List.of("办结", "-66.7"),
                List.of("在办", "—"),
                List.of("用时", "26.0"),
                List.of("-2+3", "-2+3")));

    assertThat(csv.lines().skip(1))
        .containsExactly("新收,-2", "办结,-66.7", "在办,", "用时,26.0", "'-2+3,'-2+3");
  }
}
