package disclosure.report.draft;

import static disclosure.report.draft.ProactiveBody.MAX_FIGURE;

import disclosure.report.content.FormerProactive;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.Optional;

/** The figures of section two in the edition of 2019 as far as they are sent. */
record FormerProactiveBody(
    Optional<@Valid IssuedDocumentsBody> regulations,
    Optional<@Valid IssuedDocumentsBody> normativeDocuments,
    Optional<@Valid DecidedItemsBody> administrativeLicences,
    Optional<@Valid DecidedItemsBody> otherServices,
    Optional<@Valid DecidedItemsBody> administrativePenalties,
    Optional<@Valid DecidedItemsBody> administrativeCoercion,
    Optional<@Valid ManagedItemsBody> administrativeFees,
    Optional<@Valid ProcurementBody> procurement) {

  FormerProactive figures() {
    return new FormerProactive(
        regulations.map(IssuedDocumentsBody::figures).orElse(FormerProactive.IssuedDocuments.EMPTY),
        normativeDocuments
            .map(IssuedDocumentsBody::figures)
            .orElse(FormerProactive.IssuedDocuments.EMPTY),
        administrativeLicences
            .map(DecidedItemsBody::figures)
            .orElse(FormerProactive.DecidedItems.EMPTY),
        otherServices.map(DecidedItemsBody::figures).orElse(FormerProactive.DecidedItems.EMPTY),
        administrativePenalties
            .map(DecidedItemsBody::figures)
            .orElse(FormerProactive.DecidedItems.EMPTY),
        administrativeCoercion
            .map(DecidedItemsBody::figures)
            .orElse(FormerProactive.DecidedItems.EMPTY),
        administrativeFees
            .map(ManagedItemsBody::figures)
            .orElse(FormerProactive.ManagedItems.EMPTY),
        procurement.map(ProcurementBody::figures).orElse(FormerProactive.Procurement.EMPTY));
  }

  record IssuedDocumentsBody(
      Optional<@Min(0) @Max(MAX_FIGURE) Long> made,
      Optional<@Min(0) @Max(MAX_FIGURE) Long> published,
      Optional<@Min(0) @Max(MAX_FIGURE) Long> publishedInAll) {

    FormerProactive.IssuedDocuments figures() {
      return new FormerProactive.IssuedDocuments(made, published, publishedInAll);
    }
  }

  record ManagedItemsBody(
      Optional<@Min(0) @Max(MAX_FIGURE) Long> lastYear,
      Optional<@Min(-MAX_FIGURE) @Max(MAX_FIGURE) Long> change) {

    FormerProactive.ManagedItems figures() {
      return new FormerProactive.ManagedItems(lastYear, change);
    }
  }

  record DecidedItemsBody(
      Optional<@Min(0) @Max(MAX_FIGURE) Long> lastYear,
      Optional<@Min(-MAX_FIGURE) @Max(MAX_FIGURE) Long> change,
      Optional<@Min(0) @Max(MAX_FIGURE) Long> decisions) {

    FormerProactive.DecidedItems figures() {
      return new FormerProactive.DecidedItems(lastYear, change, decisions);
    }
  }

  record ProcurementBody(
      Optional<@Min(0) @Max(MAX_FIGURE) Long> projects,
      Optional<@PositiveOrZero @Digits(integer = 12, fraction = 6) BigDecimal> amount) {

    FormerProactive.Procurement figures() {
      return new FormerProactive.Procurement(projects, amount);
    }
  }
}
