package disclosure.report.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An organ that a table is made of, or that belonged to it until it, or one above it, ended without
 * a successor.
 *
 * @param organCode which
 * @param name its name at the end of the year, or its last one
 * @param kind what it was then
 * @param validTo its last day, when it has one
 * @param countedWith the organ whose own table has its applications at the end of the year: itself,
 *     or once it has ended its successor; absent when no table has them
 * @param above those above it then, or on the last day on which it stood below one that existed,
 *     from below upwards
 * @param newlyReceived row 一, all applicants
 * @param carriedIn row 二
 */
public record CountedOrgan(
    @JsonProperty(required = true) OrganCode organCode,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) OrganKind kind,
    Optional<LocalDate> validTo,
    Optional<OrganCode> countedWith,
    @JsonProperty(required = true) List<OrganCode> above,
    @JsonProperty(required = true) long newlyReceived,
    @JsonProperty(required = true) long carriedIn) {

  /** What the statistics leave out is absent. */
  public CountedOrgan {
    validTo = validTo == null ? Optional.empty() : validTo;
    countedWith = countedWith == null ? Optional.empty() : countedWith;
    above = List.copyOf(above);
  }

  /** How many applications it had in the year. */
  public long applications() {
    return newlyReceived + carriedIn;
  }

  /** Whether it had ended by the end of the year. */
  public boolean isEnded() {
    return !countedWith.equals(Optional.of(organCode));
  }
}
