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
    @NotNull @Valid IssuedDocumentsBody regulations,
    @NotNull @Valid IssuedDocumentsBody normativeDocuments,
    @NotNull @Valid DecidedItemsBody administrativeLicences,
    @NotNull @Valid DecidedItemsBody otherServices,
    @NotNull @Valid DecidedItemsBody administrativePenalties,
    @NotNull @Valid DecidedItemsBody administrativeCoercion,
    @NotNull @Valid ManagedItemsBody administrativeFees,
    @NotNull @Valid ProcurementBody procurement) {

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

  record IssuedDocumentsBody(
      @NotNull @Min(0) @Max(MAX_FIGURE) Long made,
      @NotNull @Min(0) @Max(MAX_FIGURE) Long published,
      @NotNull @Min(0) @Max(MAX_FIGURE) Long publishedInAll) {

    FormerProactive.IssuedDocuments figures() {
      return new FormerProactive.IssuedDocuments(made, published, publishedInAll);
    }
  }

  record ManagedItemsBody(
      @NotNull @Min(0) @Max(MAX_FIGURE) Long lastYear,
      @NotNull @Min(-MAX_FIGURE) @Max(MAX_FIGURE) Long change) {

    FormerProactive.ManagedItems figures() {
      return new FormerProactive.ManagedItems(lastYear, change);
    }
  }

  record DecidedItemsBody(
      @NotNull @Min(0) @Max(MAX_FIGURE) Long lastYear,
      @NotNull @Min(-MAX_FIGURE) @Max(MAX_FIGURE) Long change,
      @NotNull @Min(0) @Max(MAX_FIGURE) Long decisions) {

    FormerProactive.DecidedItems figures() {
      return new FormerProactive.DecidedItems(lastYear, change, decisions);
    }
  }

  record ProcurementBody(
      @NotNull @Min(0) @Max(MAX_FIGURE) Long projects,
      @NotNull @PositiveOrZero @Digits(integer = 12, fraction = 6) BigDecimal amount) {

    FormerProactive.Procurement figures() {
      return new FormerProactive.Procurement(projects, amount);
    }
  }
}
