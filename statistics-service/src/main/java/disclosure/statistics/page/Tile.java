package disclosure.statistics.page;

/**
 * A number that is looked at first.
 *
 * @param name of the cell of table three that it is; empty for another number
 * @param value with its unit left out
 * @param change from the year before, in words; empty where that isn't known
 */
public record Tile(String name, String label, String value, String unit, String change) {}
