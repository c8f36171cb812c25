package disclosure.statistics.contract;

/** Which organs a table counts. */
public enum Scope {
  /** The organ alone. */
  OWN,
  /** 本级: the organ and the departments directly below it, as valid at the end of the period. */
  LEVEL,
  /** The organ and all below it, by the hierarchy valid at the end of the period. */
  SUBTREE
}
