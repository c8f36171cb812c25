package disclosure.statistics.live;

/**
 * What is sent.
 *
 * @param tag the event's id; the same for the same figures only; empty for a heartbeat
 * @param data the matrix as JSON
 */
record Update(String tag, String data) {

  static final Update HEARTBEAT = new Update("", "");

  boolean isHeartbeat() {
    return tag.isEmpty();
  }
}
