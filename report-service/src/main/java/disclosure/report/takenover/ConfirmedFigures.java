package disclosure.report.takenover;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;

/** Figures that somebody has looked up, since they weren't read surely. */
public record ConfirmedFigures(
    @NotNull @Size(max = 300) List<@NotNull @Valid ConfirmedFigure> figures) {

  /** None. */
  public static final ConfirmedFigures NONE = new ConfirmedFigures(List.of());

  /** One of them. */
  public record ConfirmedFigure(
      @NotBlank @Size(max = 100) String name,
      @NotNull @Digits(integer = 12, fraction = 6) BigDecimal value) {}
}
