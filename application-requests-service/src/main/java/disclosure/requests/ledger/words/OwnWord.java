package disclosure.requests.ledger.words;

/**
 * A word of an organ's own.
 *
 * @param kind what it stands for
 * @param word as it stands in ledgers
 * @param meaning the code
 */
public record OwnWord(WordKind kind, String word, String meaning) {}
