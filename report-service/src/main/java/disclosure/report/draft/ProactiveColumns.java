package disclosure.report.draft;

import disclosure.report.content.DocumentFigures;
import disclosure.report.content.ProactiveFigures;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Section two as it is stored. What isn't entered yet is stored as less than nothing, which the
 * release before can read, and refuses to save.
 */
@Embeddable
record ProactiveColumns(
    @Column(name = "regulations_issued") long regulationsIssued,
    @Column(name = "regulations_repealed") long regulationsRepealed,
    @Column(name = "regulations_in_force") long regulationsInForce,
    @Column(name = "normative_documents_issued") long normativeDocumentsIssued,
    @Column(name = "normative_documents_repealed") long normativeDocumentsRepealed,
    @Column(name = "normative_documents_in_force") long normativeDocumentsInForce,
    @Column(name = "administrative_licences") long licences,
    @Column(name = "administrative_penalties") long penalties,
    @Column(name = "administrative_coercion") long coercion,
    @Column(name = "administrative_fees_10k_yuan") BigDecimal fees10kYuan) {

  private static final long MISSING = -1;

  static ProactiveColumns of(ProactiveFigures figures) {
    return new ProactiveColumns(
        stored(figures.regulations().issued()),
        stored(figures.regulations().repealed()),
        stored(figures.regulations().inForce()),
        stored(figures.normativeDocuments().issued()),
        stored(figures.normativeDocuments().repealed()),
        stored(figures.normativeDocuments().inForce()),
        stored(figures.administrativeLicences()),
        stored(figures.administrativePenalties()),
        stored(figures.administrativeCoercion()),
        figures.administrativeFees10kYuan().orElse(BigDecimal.valueOf(MISSING)));
  }

  ProactiveFigures figures() {
    return new ProactiveFigures(
        new DocumentFigures(
            read(regulationsIssued), read(regulationsRepealed), read(regulationsInForce)),
        new DocumentFigures(
            read(normativeDocumentsIssued),
            read(normativeDocumentsRepealed),
            read(normativeDocumentsInForce)),
        read(licences),
        read(penalties),
        read(coercion),
        Optional.of(fees10kYuan).filter(amount -> amount.signum() >= 0),
        Optional.empty());
  }

  private static long stored(Optional<Long> figure) {
    return figure.orElse(MISSING);
  }

  private static Optional<Long> read(long stored) {
    return Optional.of(stored).filter(figure -> figure >= 0);
  }
}
