package disclosure.statistics.contract;

/** Which organs a table counts. */
public enum Scope {
  /** The organ alone. */
  OWN,
  /** The organ and all below it, by the hierarchy valid at the end of the period. */
  SUBTREE
}
