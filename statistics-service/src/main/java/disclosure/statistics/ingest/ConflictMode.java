package disclosure.statistics.ingest;

/**
 * What the events of a batch are thought to be. To be wrong does no harm: the database refuses, and
 * the batch is applied anew.
 */
enum ConflictMode {

  /**
   * First versions of applications that aren't held yet, and later ones that take the place of
   * versions whose history isn't kept yet. So it is but for events that come twice, and to find out
   * what nearly always holds costs another way down the index for each.
   */
  NEW_ONES,

  /** Events in any order, also such as came before, or as others count at the same time. */
  ANYTHING
}
