package disclosure.report.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import disclosure.report.check.YearReview;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

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
    @JsonProperty(required = true) List<UUID> directLitigation) {

  record FeesAnswer(
      @JsonProperty(required = true) long notices,
      @JsonProperty(required = true) BigDecimal noticedYuan,
      @JsonProperty(required = true) BigDecimal paidYuan) {}

  record GapAnswer(
      @JsonProperty(required = true) UUID applicationId,
      @JsonProperty(required = true) Outcome outcome,
      @JsonProperty(required = true) String gap) {}

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
        texts(directLitigation));
  }

  private static List<String> texts(List<UUID> ids) {
    return ids.stream().map(UUID::toString).toList();
  }
}
