package disclosure.requests.finding;

import disclosure.edge.SpreadsheetText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** CSV (RFC 4180) in UTF-8 with byte order mark, which spreadsheets need to know it from GBK. */
final class CsvWriter implements TableWriter {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Writer out;

  CsvWriter(OutputStream out) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.out.write(BYTE_ORDER_MARK);
  }

  @Override
  public void row(List<String> cells) throws IOException {
    out.write(cells.stream().map(SpreadsheetText::csv).collect(Collectors.joining(",")));
    out.write("\r\n");
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
