package disclosure.edge;

import disclosure.requests.contract.OrganCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Values of path and query parameters, which a resource takes as text. */
public final class Parameters {

  /** With so many, and all else that may be asked, an address is no longer than one may be. */
  public static final int MAX_ORGANS = 250;

  private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  private Parameters() {}

  /**
   * The organ that a path names.
   *
   * @throws Refusal 400, naming the parameter
   */
  public static OrganCode organCode(String name, String text) {
    if (text.isEmpty()) {
      throw Refusal.invalid(InputFault.REQUIRED.at(name));
    }
    if (!OrganCode.isValid(text)) {
      throw Refusal.invalid(InputFault.NOT_AN_ORGAN_CODE.at(name));
    }
    return new OrganCode(text);
  }

  /**
   * The organ that a query names.
   *
   * @throws Refusal 400, naming the parameter, when it is given and malformed
   */
  public static Optional<OrganCode> organCode(String name, Optional<String> text) {
    return text.map(given -> organCode(name, given));
  }

  /**
   * Some organs that a query names.
   *
   * @param texts as they came; null when there are none
   * @param faults where is added what is wrong with them
   */
  public static Set<OrganCode> organCodes(String name, List<String> texts, List<Fault> faults) {
    if (texts == null) {
      return Set.of();
    }
    if (texts.size() > MAX_ORGANS) {
      faults.add(InputFault.TOO_MANY_VALUES.at(name, Expected.atMost(MAX_ORGANS)));
      return Set.of();
    }
    if (!texts.stream().allMatch(OrganCode::isValid)) {
      faults.add(InputFault.NOT_AN_ORGAN_CODE.at(name));
      return Set.of();
    }
    return texts.stream().map(OrganCode::new).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A number that a query gives.
   *
   * @param fallback the number when none is given
   * @throws Refusal 400, naming the parameter, when it is no integer from least to most
   */
  public static int number(String name, Optional<String> text, int least, int most, int fallback) {
    if (text.isEmpty()) {
      return fallback;
    }
    if (text.get().matches("\\d{1,9}")) {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw Refusal.invalid(InputFault.INTEGER_OUT_OF_RANGE.at(name, Expected.between(least, most)));
  }

  /**
   * What a query says is so or not; not when it says nothing.
   *
   * @throws Refusal 400, naming the parameter, when it is neither true nor false
   */
  public static boolean flag(String name, Optional<String> text) {
    return switch (text.orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw Refusal.invalid(
              InputFault.NOT_A_TRUTH_VALUE.at(name, Expected.oneOf("true", "false")));
    };
  }

  /**
   * A day that a query gives.
   *
   * @throws Refusal 400, naming the parameter, when it is given and is no date from 1949-10-01 to
   *     2199-12-31
   */
  public static Optional<LocalDate> day(String name, Optional<String> text) {
    List<Fault> faults = new ArrayList<>();
    Optional<LocalDate> day = text.flatMap(given -> day(name, given, EARLIEST, LATEST, faults));
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return day;
  }

  /**
   * A day that has to lie between two others, these included.
   *
   * @param faults where is added that it is no date, or another one
   */
  public static Optional<LocalDate> day(
      String name, String text, LocalDate first, LocalDate last, List<Fault> faults) {
    Optional<LocalDate> day = date(text);
    if (day.isEmpty()) {
      faults.add(InputFault.NOT_A_DATE.at(name));
    } else if (day.get().isBefore(first) || day.get().isAfter(last)) {
      faults.add(InputFault.DAY_OUT_OF_RANGE.at(name, Expected.between(first, last)));
      return Optional.empty();
    }
    return day;
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.matches("\\d{4}-\\d{2}-\\d{2}")
          ? Optional.of(LocalDate.parse(text))
          : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /**
   * An id that a query gives.
   *
   * @throws Refusal 400, naming the parameter, when it is given and is none
   */
  public static Optional<UUID> uuid(String name, Optional<String> text) {
    if (text.isPresent() && !text.get().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw Refusal.invalid(InputFault.NOT_FROM_NEXT.at(name));
    }
    return text.map(UUID::fromString);
  }

  /**
   * A text that a query looks for, as it would be stored.
   *
   * @throws Refusal 400, naming the parameter, when it holds what no stored text does
   */
  public static Optional<String> text(String name, Optional<String> text) {
    return text.map(
        given ->
            PlainText.ONE_LINE
                .of(given)
                .orElseThrow(() -> Refusal.invalid(InputFault.NOT_ONE_LINE.at(name))));
  }

  /**
   * The record that a path names.
   *
   * @throws Refusal 404, since what isn't an id names no record
   */
  public static UUID id(String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException malformed) {
      throw Refusal.notFound();
    }
    throw Refusal.notFound();
  }
}
