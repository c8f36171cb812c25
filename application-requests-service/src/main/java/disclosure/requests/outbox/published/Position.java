package disclosure.requests.outbox.published;

/**
 * Where somebody stands who is told of events one after the other.
 *
 * @param place that of the marking of the last event that was dealt with
 * @param event that event among those that were marked with it
 */
public record Position(long place, long event) {

  /** Whether the other one is further on. */
  public boolean isBefore(Position other) {
    return place < other.place || place == other.place && event < other.event;
  }
}
