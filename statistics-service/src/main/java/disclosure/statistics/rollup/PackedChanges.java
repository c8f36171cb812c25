package disclosure.statistics.rollup;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.count.Cell;
import disclosure.statistics.count.CellIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Changes of daily counts as bytes. For each organ: its code, how many changes it has, and of each
 * the distance of its day from the last one's, its place and by how much the count changes.
 */
final class PackedChanges {

  /** What is done with each change. */
  interface Visitor {

    /**
     * @param place as in {@link CellIndex}
     */
    void change(String organ, LocalDate day, int place, long n);
  }

  private PackedChanges() {}

  static byte[] of(SortedMap<Cell, Long> changes) {
    PackedWriter packed = new PackedWriter();
    List<Map.Entry<Cell, Long>> ofOne = new ArrayList<>();
    for (Map.Entry<Cell, Long> change : changes.entrySet()) {
      if (!ofOne.isEmpty() && !organ(ofOne).equals(change.getKey().organ())) {
        write(packed, ofOne);
        ofOne.clear();
      }
      ofOne.add(change);
    }
    if (!ofOne.isEmpty()) {
      write(packed, ofOne);
    }
    return packed.toBytes();
  }

  static void visit(byte[] packed, Visitor visitor) {
    PackedReader changes = new PackedReader(packed);
    while (!changes.isAtEnd()) {
      String organ = changes.text();
      long day = 0;
      for (long left = changes.unsigned(); left > 0; left--) {
        day += changes.signed();
        int place = (int) changes.unsigned();
        visitor.change(organ, LocalDate.ofEpochDay(day), place, changes.signed());
      }
    }
  }

  private static OrganCode organ(List<Map.Entry<Cell, Long>> ofOne) {
    return ofOne.get(0).getKey().organ();
  }

  private static void write(PackedWriter packed, List<Map.Entry<Cell, Long>> ofOne) {
    packed.text(organ(ofOne).value());
    packed.unsigned(ofOne.size());
    long last = 0;
    for (Map.Entry<Cell, Long> change : ofOne) {
      Cell cell = change.getKey();
      long day = cell.day().toEpochDay();
      packed.signed(day - last);
      packed.unsigned(CellIndex.of(cell.row(), cell.type()));
      packed.signed(change.getValue());
      last = day;
    }
  }
}
