package disclosure.requests.ledger.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import disclosure.edge.Fault;
import disclosure.requests.ledger.words.Column;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Under which headings the columns of a ledger stand, sheet by sheet, in the office's own words.
 */
public final class Headings {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Map<String, Map<String, Place>> sheets;

  private Headings(Map<String, Map<String, Place>> sheets) {
    this.sheets = sheets;
  }

  /**
   * Where a column stands.
   *
   * @param column its letters
   */
  record Place(String column, String heading) {}

  static Headings none() {
    return new Headings(new HashMap<>());
  }

  void add(Layout layout) {
    Map<Column, Place> places = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      layout
          .place(column)
          .ifPresent(
              place ->
                  places.put(
                      column, new Place(LedgerProblem.letters(place), layout.heading(column))));
    }
    Map<String, Place> named = new HashMap<>();
    places.forEach((column, place) -> named.put(column.name(), place));
    sheets.put(layout.sheet(), named);
  }

  /** What is wrong with a row, where it stands in the office's own workbook. */
  public LedgerProblem problem(LedgerRow row, Fault fault) {
    Optional<Column> column = Column.ofField(fault.field(), content(row));
    Optional<Place> place =
        column.map(one -> sheets.getOrDefault(row.sheet(), Map.of()).get(one.name()));
    return new LedgerProblem(
        row.sheet(),
        row.row(),
        place.map(Place::column).orElse(""),
        place.map(Place::heading).or(() -> column.map(Column::heading)).orElse(""),
        fault);
  }

  private static JsonNode content(LedgerRow row) {
    try {
      return JSON.readTree(row.json());
    } catch (IOException noJson) {
      return MissingNode.getInstance();
    }
  }

  /** As it is stored. */
  public String stored() {
    try {
      return JSON.writeValueAsString(sheets);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What {@link #stored} gave; headings of the template where nothing is stored. */
  public static Headings read(String stored) {
    try {
      return new Headings(
          JSON.readValue(stored, new TypeReference<Map<String, Map<String, Place>>>() {}));
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("stored headings cannot be read", unreadable);
    }
  }
}
