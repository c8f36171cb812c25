package disclosure.report.draft;

import static disclosure.report.draft.ProactiveBody.MAX_FIGURE;

import disclosure.report.content.FormerProactive;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;

/** The figures of section two in the edition of 2019 as they are sent; each is required. */
record FormerProactiveBody(
    @NotNull @Valid Documents regulations,
    @NotNull @Valid Documents normativeDocuments,
    @NotNull @Valid Decisions administrativeLicences,
    @NotNull @Valid Decisions otherServices,
    @NotNull @Valid Decisions administrativePenalties,
    @NotNull @Valid Decisions administrativeCoercion,
    @NotNull @Valid Items administrativeFees,
    @NotNull @Valid Procurement procurement) {

  FormerProactive figures() {
    return new FormerProactive(
        regulations.figures(),
        normativeDocuments.figures(),
        administrativeLicences.figures(),
        otherServices.figures(),
        administrativePenalties.figures(),
        administrativeCoercion.figures(),
        administrativeFees.figures(),
        procurement.figures());
  }

  record Documents(
      @NotNull @Min(0) @Max(MAX_FIGURE) Long made,
      @NotNull @Min(0) @Max(MAX_FIGURE) Long published,
      @NotNull @Min(0) @Max(MAX_FIGURE) Long publishedInAll) {

    FormerProactive.Documents figures() {
      return new FormerProactive.Documents(made, published, publishedInAll);
    }
  }

  record Items(
      @NotNull @Min(0) @Max(MAX_FIGURE) Long lastYear,
      @NotNull @Min(-MAX_FIGURE) @Max(MAX_FIGURE) Long change) {

    FormerProactive.Items figures() {
      return new FormerProactive.Items(lastYear, change);
    }
  }

  record Decisions(
      @NotNull @Min(0) @Max(MAX_FIGURE) Long lastYear,
      @NotNull @Min(-MAX_FIGURE) @Max(MAX_FIGURE) Long change,
      @NotNull @Min(0) @Max(MAX_FIGURE) Long decisions) {

    FormerProactive.Decisions figures() {
      return new FormerProactive.Decisions(lastYear, change, decisions);
    }
  }

  record Procurement(
      @NotNull @Min(0) @Max(MAX_FIGURE) Long projects,
      @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 6) BigDecimal amount) {

    FormerProactive.Procurement figures() {
      return new FormerProactive.Procurement(projects, amount);
    }
  }
}
