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
}
