package disclosure.report.draft;

import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.report.content.DraftContent;
import disclosure.report.content.FormEdition;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.content.ReportId;
import disclosure.report.fault.ReportFault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A draft as it is sent. */
record DraftBody(
    @NotNull @Size(max = 50) List<@NotBlank @Size(max = 4000) String> lead,
    @NotNull @Size(max = 200) List<@NotBlank @Size(max = 4000) String> overview,
    @NotNull @Size(max = 200) List<@NotBlank @Size(max = 4000) String> problems,
    @NotNull @Size(max = 200) List<@NotBlank @Size(max = 4000) String> otherMatters,
    Optional<@Valid ProactiveBody> proactive,
    Optional<@Valid FormerProactiveBody> formerProactive,
    Optional<@Size(max = 200) List<@NotNull @Valid NamedFigureBody>> figures,
    Optional<@Size(min = 1, max = DraftContent.LONGEST_SIGNER) String> signedBy,
    Optional<LocalDate> signedOn) {

  /**
   * The same as plain values. What is missing of table two and of the signature may be entered
   * later; table two of a sum is never typed.
   *
   * @throws Refusal 400 when table two is there in a sum, or is that of another edition
   */
  DraftContent content(ReportId id) {
    boolean former = FormEdition.of(id.year()) == FormEdition.FORM_2019;
    List<Fault> faults = new ArrayList<>();
    table("proactive", proactive.isPresent(), !id.isRollUp() && !former, id, faults);
    table("formerProactive", formerProactive.isPresent(), !id.isRollUp() && former, id, faults);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return new DraftContent(
        lead,
        overview,
        problems,
        otherMatters,
        proactive
            .map(ProactiveBody::figures)
            .or(() -> formerProactive.map(body -> ProactiveFigures.of(body.figures())))
            .orElseGet(() -> ProactiveFigures.blank(id)),
        figures.orElse(List.of()).stream().map(NamedFigureBody::figure).toList(),
        signedBy.filter(name -> !name.isBlank()).orElse(""),
        signedOn);
  }

  private static void table(
      String field, boolean given, boolean wanted, ReportId id, List<Fault> faults) {
    if (given && !wanted && id.isRollUp()) {
      faults.add(ReportFault.SUMMED_UP.at(field));
    } else if (given && !wanted) {
      faults.add(ReportFault.NOT_IN_FORM.at(field, FormEdition.of(id.year()).notice()));
    }
  }
}
