package disclosure.report.draft;

import disclosure.report.content.DocumentFigures;
import disclosure.report.content.ProactiveFigures;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** Section two as it is stored. */
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

  static ProactiveColumns of(ProactiveFigures figures) {
    return new ProactiveColumns(
        figures.regulations().issued(),
        figures.regulations().repealed(),
        figures.regulations().inForce(),
        figures.normativeDocuments().issued(),
        figures.normativeDocuments().repealed(),
        figures.normativeDocuments().inForce(),
        figures.administrativeLicences(),
        figures.administrativePenalties(),
        figures.administrativeCoercion(),
        figures.administrativeFees10kYuan());
  }

  ProactiveFigures figures() {
    return new ProactiveFigures(
        new DocumentFigures(regulationsIssued, regulationsRepealed, regulationsInForce),
        new DocumentFigures(
            normativeDocumentsIssued, normativeDocumentsRepealed, normativeDocumentsInForce),
        licences,
        penalties,
        coercion,
        fees10kYuan);
  }
}
