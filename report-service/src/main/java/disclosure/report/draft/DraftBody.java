package disclosure.report.draft;

import disclosure.report.content.DraftContent;
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
    @NotNull @Valid ProactiveBody proactive,
    Optional<@Size(max = 200) List<@NotNull @Valid NamedFigureBody>> figures,
    @NotBlank @Size(max = 100) String signedBy,
    Optional<LocalDate> signedOn) {

  DraftContent content() {
    return new DraftContent(
        lead,
        overview,
        problems,
        otherMatters,
        proactive.figures(),
        figures.orElse(List.of()).stream().map(NamedFigureBody::figure).toList(),
        signedBy,
        signedOn);
  }
}
