package disclosure.report.draft;

import disclosure.report.content.DraftContent;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.content.ReportId;
import disclosure.report.language.Text;
import disclosure.report.problem.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A draft as it is sent. */
record DraftBody(
    @NotNull @Size(max = 50) List<@NotBlank @Size(max = 4000) String> lead,
    @NotNull @Size(max = 200) List<@NotBlank @Size(max = 4000) String> overview,
    @NotNull @Size(max = 200) List<@NotBlank @Size(max = 4000) String> problems,
    @NotNull @Size(max = 200) List<@NotBlank @Size(max = 4000) String> otherMatters,
    Optional<@Valid ProactiveBody> proactive,
    Optional<@Size(max = 200) List<@NotNull @Valid NamedFigureBody>> figures,
    @NotBlank @Size(max = 100) String signedBy,
    Optional<LocalDate> signedOn) {

  /**
   * The same as plain values. Table two of a sum is never typed: until it is read, it stands empty.
   *
   * @throws Refusal 400 when table two is missing, or is there in a sum
   */
  DraftContent content(ReportId id) {
    if (id.isRollUp() && proactive.isPresent()) {
      throw Refusal.invalid(
          "proactive",
          new Text("由各单位已公布的报告汇总，不用填写", "is the sum of the organs' reports and not entered"));
    }
    if (!id.isRollUp() && proactive.isEmpty()) {
      throw Refusal.invalid("proactive", new Text("必须填写", "is required"));
    }
    return new DraftContent(
        lead,
        overview,
        problems,
        otherMatters,
        proactive.map(ProactiveBody::figures).orElse(ProactiveFigures.NONE),
        figures.orElse(List.of()).stream().map(NamedFigureBody::figure).toList(),
        signedBy,
        signedOn);
  }
}
