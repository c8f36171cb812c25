package disclosure.requests.search.table;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.SpreadsheetText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

class CsvWriterProperties {

  @Property
  void whatever_a_row_holds_is_read_back_inert(@ForAll @NotEmpty List<String> cells)
      throws IOException {
    try (CSVParser rows = CSVParser.parse(written(cells), CSVFormat.RFC4180)) {
      assertThat(rows.getRecords())
          .singleElement()
          .satisfies(
              row ->
                  assertThat(row.toList())
                      .isEqualTo(cells.stream().map(SpreadsheetText::inert).toList()));
    }
  }

  @Example
  void only_what_must_be_is_quoted() throws IOException {
    assertThat(written(List.of("登记编号", "普通", "a,b", "a\"b", "=a,b", "三（三）1")))
        .isEqualTo("登记编号,普通,\"a,b\",\"a\"\"b\",\"'=a,b\",三（三）1\r\n");
  }

  private static String written(List<String> cells) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvWriter writer = new CsvWriter(out);
    writer.row(cells);
    writer.close();
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF");
    return text.substring(1);
  }
}
