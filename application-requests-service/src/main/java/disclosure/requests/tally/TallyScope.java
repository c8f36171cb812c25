package disclosure.requests.tally;

/** Which organs are counted. */
enum TallyScope {
  /** The organ alone. */
  OWN,
  /** The organ and all below it that exist on the last day of the period. */
  SUBTREE
}
