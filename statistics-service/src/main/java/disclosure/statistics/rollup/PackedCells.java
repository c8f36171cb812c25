package disclosure.statistics.rollup;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import java.util.Arrays;

/**
 * Numbers by row and column, of which most are 0. As bytes: for each that isn't, the distance of
 * its place from the last one's, and its zigzag value, both in groups of seven bits.
 */
final class PackedCells {

  private static final int COLUMNS = 6;

  /** The places of the numbers that were ever other than 0, ascending. */
  private int[] places = new int[4];

  private long[] numbers = new long[4];
  private int used;

  void add(FormRow row, ApplicantType type, long n) {
    add(place(row, type), n);
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
    int at = Arrays.binarySearch(places, 0, used, place(row, type));
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

  /** Where the cell's number is, in all that is stored. */
  static int place(FormRow row, ApplicantType type) {
    return place(row) * COLUMNS + place(type);
  }

  /**
   * Places are stored: a row keeps its own for ever, and one that a new form adds gets the next.
   */
  private static int place(FormRow row) {
    return switch (row) {
      case NEWLY_RECEIVED -> 0;
      case DISCLOSED -> 1;
      case PARTIALLY_DISCLOSED -> 2;
      case STATE_SECRET -> 3;
      case PROHIBITED_BY_LAW -> 4;
      case THREE_SECURITIES_ONE_STABILITY -> 5;
      case THIRD_PARTY_RIGHTS -> 6;
      case INTERNAL_AFFAIRS -> 7;
      case PROCESS_INFORMATION -> 8;
      case ENFORCEMENT_CASE_FILE -> 9;
      case ADMINISTRATIVE_INQUIRY -> 10;
      case NOT_HELD -> 11;
      case REQUIRES_CREATION -> 12;
      case STILL_UNCLEAR_AFTER_CORRECTION -> 13;
      case PETITION_OR_COMPLAINT -> 14;
      case DUPLICATE_APPLICATION -> 15;
      case PUBLISHED_MATERIAL -> 16;
      case EXCESSIVE_WITHOUT_REASON -> 17;
      case CONFIRMATION_OR_REISSUE -> 18;
      case CORRECTION_OVERDUE -> 19;
      case FEE_OVERDUE -> 20;
      case OTHER_HANDLING -> 21;
      case CARRIED_IN, CONCLUDED, CARRIED_OUT ->
          throw new IllegalArgumentException(row + " follows from the other rows");
    };
  }

  private static int place(ApplicantType type) {
    return switch (type) {
      case NATURAL_PERSON -> 0;
      case COMMERCIAL_ENTERPRISE -> 1;
      case RESEARCH_INSTITUTION -> 2;
      case PUBLIC_WELFARE_ORGANIZATION -> 3;
      case LEGAL_SERVICE_PROVIDER -> 4;
      case OTHER_ORGANIZATION -> 5;
    };
  }
}
