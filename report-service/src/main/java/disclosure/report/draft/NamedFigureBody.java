package disclosure.report.draft;

import disclosure.report.content.NamedFigure;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** A named figure as it is sent. */
record NamedFigureBody(
    @NotNull @Pattern(regexp = NAME) String name,
    @NotBlank @Size(max = 100) String label,
    Optional<@Min(0) @Max(ProactiveBody.MAX_FIGURE) Long> value,
    Optional<@Size(max = 50) List<@NotNull @Pattern(regexp = NAME) String>> parts) {

  static final String NAME = "[A-Za-z][A-Za-z0-9]{0,39}";

  NamedFigure figure() {
    return new NamedFigure(name, label, value, parts.orElse(List.of()));
  }
}
