package disclosure.report.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import disclosure.report.check.YearReview;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the register's steps say of a year, as the register answers. */
record YearReviewAnswer(
    @JsonProperty(required = true) OrganCode organ,
    @JsonProperty(required = true) int year,
    @JsonProperty(required = true) long concluded,
    @JsonProperty(required = true) List<UUID> severalConclusions,
    @JsonProperty(required = true) List<UUID> late,
    @JsonProperty(required = true) List<UUID> overdue,
    @JsonProperty(required = true) FeesAnswer fees,
    @JsonProperty(required = true) List<UUID> overpaid,
    @JsonProperty(required = true) List<GapAnswer> gaps,
    @JsonProperty(required = true) List<UUID> directLitigation,
    List<NumberAnswer> numbers) {

  /** A register of the release before tells no numbers. */
  YearReviewAnswer {
    numbers = numbers == null ? List.of() : List.copyOf(numbers);
  }

  record FeesAnswer(
      @JsonProperty(required = true) long notices,
      @JsonProperty(required = true) BigDecimal noticedYuan,
      @JsonProperty(required = true) BigDecimal paidYuan) {}

  record GapAnswer(
      @JsonProperty(required = true) UUID applicationId,
      @JsonProperty(required = true) Outcome outcome,
      @JsonProperty(required = true) String gap) {}

  record NumberAnswer(
      @JsonProperty(required = true) UUID id,
      @JsonProperty(required = true) String sourceReference) {}

  YearReview handling() {
    Map<UUID, String> names =
        numbers.stream()
            .collect(
                Collectors.toMap(
                    NumberAnswer::id, NumberAnswer::sourceReference, (first, same) -> first));
    return new YearReview(
        concluded,
        named(severalConclusions, names),
        named(late, names),
        named(overdue, names),
        fees.notices(),
        fees.noticedYuan(),
        fees.paidYuan(),
        named(overpaid, names),
        gaps.stream()
            .map(
                gap ->
                    new YearReview.OutcomeGap(
                        name(gap.applicationId(), names), gap.outcome(), gap.gap()))
            .toList(),
        named(directLitigation, names));
  }

  private static List<String> named(List<UUID> ids, Map<UUID, String> names) {
    return ids.stream().map(id -> name(id, names)).toList();
  }

  /** As its office calls it, and by the register's id only where that isn't known. */
  private static String name(UUID id, Map<UUID, String> names) {
    return names.getOrDefault(id, id.toString());
  }
}
