package disclosure.statistics.rollup;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.count.CellIndex;
import java.util.Arrays;

/**
 * Numbers by row and column, of which most are 0. As bytes: for each that isn't, the distance of
 * its place from the last one's, and its zigzag value, both in groups of seven bits.
 */
final class PackedCells {

  /** The places of the numbers that were ever other than 0, ascending. */
  private int[] places = new int[4];

  private long[] numbers = new long[4];
  private int used;

  void add(FormRow row, ApplicantType type, long n) {
    add(CellIndex.of(row, type), n);
  }

  void add(PackedCells other) {
    for (int i = 0; i < other.used; i++) {
      add(other.places[i], other.numbers[i]);
    }
  }

  /** Adds numbers from their bytes, times the factor. */
  void add(byte[] packed, int factor) {
    PackedReader cells = new PackedReader(packed);
    int place = -1;
    while (!cells.isAtEnd()) {
      place += (int) cells.unsigned();
      add(place, factor * cells.signed());
    }
  }

  long get(FormRow row, ApplicantType type) {
    int at = Arrays.binarySearch(places, 0, used, CellIndex.of(row, type));
    return at < 0 ? 0 : numbers[at];
  }

  boolean isZero() {
    return Arrays.stream(numbers, 0, used).allMatch(n -> n == 0);
  }

  byte[] toBytes() {
    PackedWriter packed = new PackedWriter();
    int last = -1;
    for (int i = 0; i < used; i++) {
      if (numbers[i] != 0) {
        packed.unsigned(places[i] - last);
        packed.signed(numbers[i]);
        last = places[i];
      }
    }
    return packed.toBytes();
  }

  void add(int place, long n) {
    int at = Arrays.binarySearch(places, 0, used, place);
    if (at >= 0) {
      numbers[at] += n;
      return;
    }
    if (used == places.length) {
      places = Arrays.copyOf(places, 2 * used);
      numbers = Arrays.copyOf(numbers, 2 * used);
    }
    int before = -at - 1;
    System.arraycopy(places, before, places, before + 1, used - before);
    System.arraycopy(numbers, before, numbers, before + 1, used - before);
    places[before] = place;
    numbers[before] = n;
    used++;
  }
}
