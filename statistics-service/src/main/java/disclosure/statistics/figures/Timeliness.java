package disclosure.statistics.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * 办理时限: how the applications that were concluded in a period stood to their due dates.
 *
 * @param all of them
 * @param byOutcome in the order of the form, outcomes without any too
 * @param byType in the order of the form, types without any too
 */
public record Timeliness(Figures all, List<OfOutcome> byOutcome, List<OfType> byType) {

  /**
   * The figures of a group.
   *
   * @param concluded how many were concluded in the period: the population of the others
   * @param onTime by the date that the answer had to keep, or while the clock waited
   * @param late after that date
   * @param untold of which the register has not told their due date
   * @param extended for which the time was extended, on time or not
   * @param timed of which the working days are known: the population of the two below
   * @param medianWorkingDays the middle value, or the mean of both middle ones; absent when none is
   *     timed
   * @param ninetiethPercentile the smallest number of working days within which nine tenths were
   *     answered; absent when none is timed
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Figures(
      long concluded,
      long onTime,
      long late,
      long untold,
      long extended,
      long timed,
      Optional<BigDecimal> medianWorkingDays,
      Optional<Integer> ninetiethPercentile) {

    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty());
  }

  /** The figures of an outcome. */
  public record OfOutcome(Outcome outcome, String label, Figures figures) {}

  /** The figures of an applicant type. */
  public record OfType(ApplicantType type, String label, Figures figures) {}
}
