package disclosure.requests.ledger.sheet;

import java.util.Locale;

/** Names of cells, such as AB12. */
final class CellName {

  private CellName() {}

  /** The column of a cell, from 0, by the letters of its name. */
  static int column(String name) {
    int column = 0;
    for (char letter : name.toUpperCase(Locale.ROOT).toCharArray()) {
      if (letter >= 'A' && letter <= 'Z') {
        column = column * 26 + letter - 'A' + 1;
      } else if (letter != '$') {
        break;
      }
    }
    return column - 1;
  }
}
