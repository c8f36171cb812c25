package disclosure.requests.ledger.sheet;

/** What the text of a cell's value stands for, by the cell's type. */
enum CellKind {
  SHARED_STRING,
  TEXT,
  BOOLEAN,
  ERROR,
  DAY,
  NUMBER;

  /** The longest text that is read as a number, in characters: reading takes its square. */
  static final int MAX_CHARACTERS_OF_NUMBER = 400;

  /** That of a type as workbooks write it; none and unknown ones are numbers. */
  static CellKind of(String type) {
    return switch (type) {
      case "s" -> SHARED_STRING;
      case "str", "inlineStr" -> TEXT;
      case "b" -> BOOLEAN;
      case "e" -> ERROR;
      case "d" -> DAY;
      default -> NUMBER;
    };
  }
}
