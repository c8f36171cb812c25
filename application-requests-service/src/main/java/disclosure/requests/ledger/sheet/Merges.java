package disclosure.requests.ledger.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells that are merged over several rows: each of the rows says what stands in the first, with its
 * flaw.
 */
final class Merges {

  static final int MAX_MERGES = 20_000;

  private static final Pattern AREA =
      Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?[A-Z]{1,3}\\$?(\\d{1,7})");

  /** One, with what stands in it once its first row was read. */
  private record Merge(int column, int first, int last, String text, Optional<Flaw> flaw) {}

  private final List<Merge> coming = new ArrayList<>();
  private final Map<Integer, Merge> open = new HashMap<>();
  private int next;

  /** Takes one; others than those over several rows don't matter. */
  void add(String area) {
    Matcher parts = AREA.matcher(area);
    if (parts.matches() && coming.size() < MAX_MERGES) {
      int column = CellName.column(parts.group(1));
      int first = Integer.parseInt(parts.group(2));
      int last = Integer.parseInt(parts.group(3));
      if (last > first && column < LedgerFile.MAX_COLUMNS) {
        coming.add(new Merge(column, first, last, "", Optional.empty()));
      }
    }
  }

  void sort() {
    coming.sort(Comparator.comparing(Merge::first));
  }

  /** Fills in what the row shares with rows above; rows without anything of their own stay so. */
  void fill(int row, List<String> cells, Map<Integer, Flaw> flaws) {
    while (next < coming.size() && coming.get(next).first() <= row) {
      Merge merge = coming.get(next);
      next++;
      if (merge.first() == row && merge.column() < cells.size()) {
        open.put(
            merge.column(),
            new Merge(
                merge.column(),
                row,
                merge.last(),
                cells.get(merge.column()),
                Optional.ofNullable(flaws.get(merge.column()))));
      }
    }
    open.values().removeIf(merge -> merge.last() < row);
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    for (Merge merge : open.values()) {
      while (cells.size() <= merge.column()) {
        cells.add("");
      }
      if (cells.get(merge.column()).isEmpty()) {
        cells.set(merge.column(), merge.text());
        merge.flaw().ifPresent(flaw -> flaws.put(merge.column(), flaw));
      }
    }
  }
}
