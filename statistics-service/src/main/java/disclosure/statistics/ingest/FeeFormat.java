package disclosure.statistics.ingest;

import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.FeeEntry;
import java.util.stream.Collectors;

/** The fees of an application as they are stored. */
final class FeeFormat {

  private FeeFormat() {}

  /** A JSON array; null when there are none, which most applications have. */
  static String stored(ApplicationState state) {
    return state.fees().isEmpty()
        ? null
        : state.fees().stream().map(FeeFormat::json).collect(Collectors.joining(",", "[", "]"));
  }

  /** A code, a date and a number need no escaping. */
  private static String json(FeeEntry fee) {
    return "{\"kind\":\""
        + fee.kind()
        + "\",\"on\":\""
        + fee.on()
        + "\",\"fen\":"
        + fee.fen()
        + "}";
  }
}
