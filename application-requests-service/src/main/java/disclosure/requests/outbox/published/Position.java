package disclosure.requests.outbox.published;

/**
 * Where somebody stands who is told of events one after the other.
 *
 * @param place that of the marking of the last event that was dealt with
 * @param event that event among those that were marked with it
 */
public record Position(long place, long event) {

  /** Behind everything that was marked at a place. */
  static Position behind(long place) {
    return new Position(place, Long.MAX_VALUE);
  }
}
