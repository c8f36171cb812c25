package disclosure.requests.deadline;

import disclosure.requests.contract.OrganCode;
import java.util.stream.Stream;

/**
 * 行政区划 (GB/T 2260): the place whose days off are meant.
 *
 * @param code empty for the whole country; 2 digits for a province, 4 for a prefecture, 6 for a
 *     county
 */
public record Division(String code) {

  public static final Division COUNTRY = new Division("");

  /**
   * @throws IllegalArgumentException when the code has another form
   */
  public Division {
    if (!code.matches("|[0-9]{2}|[0-9]{4}|[0-9]{6}")) {
      throw new IllegalArgumentException("not a division");
    }
  }

  /** The places below the whole country in which the organ lies: characters 3 to 8 of its code. */
  static Stream<Division> of(OrganCode organ) {
    String county = organ.value().substring(2, 8);
    return county.matches("[0-9]{6}")
        ? Stream.of(2, 4, 6).map(digits -> new Division(county.substring(0, digits)))
        : Stream.empty();
  }
}
