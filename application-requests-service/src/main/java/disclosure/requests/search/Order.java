package disclosure.requests.search;

import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import java.util.Optional;

/** In which order applications are listed; the ids settle equal days. */
enum Order {
  /** The last received first. */
  RECEIVED("received_on", "<", "DESC"),
  /** The first received first; no list for others is in this order. */
  OLDEST("received_on", ">", "ASC"),
  /** The first due first; only those that have a due date. */
  DUE("due_on", ">", "ASC");

  private final String column;
  private final String beyond;
  private final String direction;

  Order(String column, String beyond, String direction) {
    this.column = column;
    this.beyond = beyond;
    this.direction = direction;
  }

  /**
   * Reads the parameter {@code sort}.
   *
   * @throws Refusal 400, naming it
   */
  static Order of(Optional<String> sort) {
    return switch (sort.orElse("received")) {
      case "received" -> RECEIVED;
      case "due" -> DUE;
      default ->
          throw Refusal.invalid(
              InputFault.NOT_ONE_OF.at("sort", Expected.oneOf("received", "due")));
    };
  }

  String column() {
    return column;
  }

  /** What lies beyond a page token of this order. */
  String beyond() {
    return "(application." + column + ", application.id) " + beyond + " (:afterDay, :afterId)";
  }

  String clause() {
    return "ORDER BY application." + column + " " + direction + ", application.id " + direction;
  }
}
