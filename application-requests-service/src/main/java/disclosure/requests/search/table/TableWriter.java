package disclosure.requests.search.table;

import java.io.IOException;
import java.util.List;

/** Writes a table row by row, without keeping it. */
public interface TableWriter {

  /** Writes the next row; every cell is text and nothing else, whatever it begins with. */
  void row(List<String> cells) throws IOException;

  /** Ends the table, which was not broken off. */
  void close() throws IOException;
}
