package disclosure.requests.yearreview;

import disclosure.requests.application.Gap;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the steps of an organ's applications say of a year beyond table three: for the annual
 * report's texts and checks. It names applications by their ids and numbers, and nobody by name.
 *
 * <p>Its schema keeps the name that clients know.
 *
 * @param organ the organ alone, without those below it
 * @param year the year
 * @param asOf the moment of reading
 * @param concluded how many applications have a standing conclusion in the year, by their steps
 * @param severalConclusions the applications with more than one
 * @param late the applications answered in the year after their due date
 * @param overdue the applications that were past their due date and unanswered when the year ended,
 *     or are now
 * @param fees what was asked and paid in the year
 * @param overpaid the applications with more paid than asked, at any time
 * @param gaps what an outcome of the year rests on and the history doesn't show
 * @param directLitigation the suits of the year without reconsideration over a refusal for which
 *     that must come first (行政复议法 第二十三条)
 * @param numbers the offices' own numbers of the applications and suits that are named
 */
@Schema(name = "Handling")
record YearReview(
    OrganCode organ,
    int year,
    Instant asOf,
    long concluded,
    List<UUID> severalConclusions,
    List<UUID> late,
    List<UUID> overdue,
    Fees fees,
    List<UUID> overpaid,
    List<OutcomeGap> gaps,
    List<UUID> directLitigation,
    List<OwnNumber> numbers) {

  /**
   * 信息处理费 of a year.
   *
   * @param notices how many notices went out
   * @param noticedYuan their sum in 元
   * @param paidYuan what was paid in the year, in 元
   */
  @Schema(name = "HandlingFees")
  record Fees(long notices, BigDecimal noticedYuan, BigDecimal paidYuan) {}

  /**
   * One application whose history lacks what its outcome rests on.
   *
   * @param applicationId which
   * @param outcome how it ended
   * @param gap what is missing
   */
  record OutcomeGap(UUID applicationId, Outcome outcome, Gap gap) {}

  /**
   * Under which number an office knows an application or a suit.
   *
   * @param id which of them
   * @param sourceReference the number, as it was sent
   */
  @Schema(name = "HandlingNumber")
  record OwnNumber(UUID id, String sourceReference) {}
}
