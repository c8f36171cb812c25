package disclosure.report.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import disclosure.report.check.YearReview;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    return new YearReview(
        concluded,
        texts(severalConclusions),
        texts(late),
        texts(overdue),
        fees.notices(),
        fees.noticedYuan(),
        fees.paidYuan(),
        texts(overpaid),
        gaps.stream()
            .map(
                gap ->
                    new YearReview.OutcomeGap(
                        gap.applicationId().toString(), gap.outcome(), gap.gap()))
            .toList(),
        texts(directLitigation),
        namesOfFindings());
  }

  /** Of what is late only the number is told, so that these need no names. */
  private Map<String, String> namesOfFindings() {
    Set<UUID> found = new HashSet<>(severalConclusions);
    found.addAll(overpaid);
    found.addAll(directLitigation);
    gaps.forEach(gap -> found.add(gap.applicationId()));
    return numbers.stream()
        .filter(number -> found.contains(number.id()))
        .collect(
            Collectors.toMap(
                number -> number.id().toString(),
                NumberAnswer::sourceReference,
                (first, same) -> first));
  }

  private static List<String> texts(List<UUID> ids) {
    return ids.stream().map(UUID::toString).toList();
  }
}
