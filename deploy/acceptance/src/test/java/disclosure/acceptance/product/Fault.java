package disclosure.acceptance.product;

/** What happens in a round. */
enum Fault {
  REGISTER_KILLED,
  REGISTER_STOPPED,
  REGISTER_ENDED,
  REGISTER_KILLED_IN_A_POST,
  REGISTER_ENDED_IN_A_POST,
  REGISTER_KILLED_BEFORE_MARKING,
  REGISTER_SET_BACK,
  STATISTICS_KILLED,
  STATISTICS_STOPPED,
  STATISTICS_ENDED,
  STATISTICS_KILLED_IN_A_BATCH,
  STATISTICS_STOPPED_IN_A_BATCH,
  STATISTICS_ENDED_IN_A_BATCH,
  STATISTICS_ADDED,
  STATISTICS_DISMISSED,
  BROKER_KILLED,
  BROKER_STOPPED,
  BROKER_ENDED,
  BROKER_HELD,
  BROKER_SLOW,
  BROKER_CUT,
  BROKER_DISK_FULL,
  TOPIC_LOST,
  DATABASE_CRASHED(true),
  DATABASE_STOPPED(true),
  DATABASE_HELD(true),
  DATABASE_SLOW,
  DATABASE_CUT(true),
  DATABASE_DISK_FULL(true),
  CONNECTIONS_ENDED,
  CONNECTIONS_TAKEN(true),
  APPLICATIONS_LOCKED(true),
  POSITIONS_LOCKED,
  POSITIONS_LOST,
  POSITIONS_SET_BACK,
  YEAR_ENDS;

  private final boolean refusing;

  Fault() {
    this(false);
  }

  Fault(boolean refusing) {
    this.refusing = refusing;
  }

  /** Whether posts can't be taken meanwhile; others may pass without one that isn't answered. */
  boolean refuses() {
    return refusing;
  }
}
