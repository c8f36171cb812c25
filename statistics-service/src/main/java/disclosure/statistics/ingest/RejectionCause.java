package disclosure.statistics.ingest;

/** Why a record is parked instead of counted. */
public enum RejectionCause {
  /** A tombstone, where a state was expected. */
  NO_VALUE,
  /** A CloudEvents header is missing or has another value than the contract's. */
  WRONG_HEADERS,
  /** The value is not JSON, or not the record that the contract says. */
  WRONG_DATA,
  /** The key or the event's subject names something else than the data. */
  WRONG_KEY,
  /** The version was seen before with other content: the publisher contradicts itself. */
  CONTRADICTION,
  /** It is what the contract says, but the database refuses one of its values. */
  UNSTORABLE
}
