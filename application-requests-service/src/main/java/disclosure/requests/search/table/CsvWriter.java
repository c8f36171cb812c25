package disclosure.requests.search.table;

import disclosure.edge.SpreadsheetText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV (RFC 4180) in UTF-8 with byte order mark, which spreadsheets need to know it from GBK. */
public final class CsvWriter implements TableWriter {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CSVPrinter printer;

  /** Writes to the stream, which it leaves open. */
  public CsvWriter(OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write(BYTE_ORDER_MARK);
    this.printer = new CSVPrinter(writer, CSVFormat.RFC4180);
  }

  @Override
  public void row(List<String> cells) throws IOException {
    printer.printRecord(cells.stream().map(SpreadsheetText::inert));
  }

  @Override
  public void close() throws IOException {
    printer.flush();
  }
}
