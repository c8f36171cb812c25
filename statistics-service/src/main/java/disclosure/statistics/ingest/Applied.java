package disclosure.statistics.ingest;

/**
 * What became of a batch.
 *
 * @param applied states that were newer than what was held
 * @param stale states that were not
 * @param rejected records that were parked
 */
record Applied(int applied, int stale, int rejected) {

  static final Applied NOTHING = new Applied(0, 0, 0);
}
