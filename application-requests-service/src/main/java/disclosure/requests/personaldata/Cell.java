package disclosure.requests.personaldata;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The place in the database that a value is encrypted for; it can be read nowhere else.
 *
 * @param table the table's name, without a {@code |}
 * @param column the column's name, without a {@code |}
 * @param rowId the row's id
 */
public record Cell(String table, String column, UUID rowId) {

  /**
   * @throws IllegalArgumentException when a name is empty or holds the separator
   */
  public Cell {
    requireName(table);
    requireName(column);
  }

  /** What is authenticated beside the value: {@code table|column|row id}. */
  byte[] associatedData() {
    return (table + "|" + column + "|" + rowId).getBytes(StandardCharsets.UTF_8);
  }

  private static void requireName(String name) {
    if (name.isEmpty() || name.indexOf('|') >= 0) {
      throw new IllegalArgumentException("not the name of a table or column");
    }
  }
}
