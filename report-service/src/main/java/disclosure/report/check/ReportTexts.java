package disclosure.report.check;

import disclosure.report.content.DraftContent;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.text.Cell;
import disclosure.report.text.Figures;
import disclosure.report.text.Paragraph;
import disclosure.report.text.Publisher;
import disclosure.report.text.Section;
import disclosure.report.text.judge.ReportText;
import disclosure.statistics.contract.DisputeRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The texts of a report as they are read, and the tables that they are read against. */
final class ReportTexts {

  private static final int YUAN_DIGITS = 4;

  private ReportTexts() {}

  static ReportText read(CheckedReport report) {
    return ReportText.of(
        new Publisher(report.matrix().organName(), report.matrix().scope(), report.year()),
        paragraphs(report.content()));
  }

  /** All paragraphs of all texts, in their order. */
  static List<Paragraph> paragraphs(DraftContent content) {
    List<Paragraph> paragraphs = new ArrayList<>();
    add(Section.LEAD, content.lead(), paragraphs);
    add(Section.OVERVIEW, content.overview(), paragraphs);
    add(Section.PROBLEMS, content.problems(), paragraphs);
    add(Section.OTHER_MATTERS, content.otherMatters(), paragraphs);
    return paragraphs;
  }

  private static void add(Section section, List<String> texts, List<Paragraph> paragraphs) {
    texts.forEach(text -> paragraphs.add(new Paragraph(section, text)));
  }

  /** The field of the draft in which a section is written. */
  static String field(Section section) {
    return switch (section) {
      case LEAD -> "lead";
      case OVERVIEW -> "overview";
      case PROBLEMS -> "problems";
      case OTHER_MATTERS -> "otherMatters";
    };
  }

  static Figures tables(CheckedReport report) {
    return cell -> {
      if (cell instanceof Cell.Application application) {
        return Optional.of(
            BigDecimal.valueOf(
                MatrixCells.of(report.matrix().row(application.row()), application.column())));
      }
      if (cell instanceof Cell.Dispute dispute) {
        DisputeRow row = report.disputes().rows().get(dispute.kind().ordinal());
        return Optional.of(BigDecimal.valueOf(dispute(row, dispute.column())));
      }
      return proactive(report.content().proactive(), ((Cell.Proactive) cell).item());
    };
  }

  private static long dispute(DisputeRow row, Cell.DisputeColumn column) {
    return switch (column) {
      case UPHELD -> row.upheld();
      case CORRECTED -> row.corrected();
      case OTHER -> row.other();
      case PENDING -> row.pending();
      case TOTAL -> row.total();
    };
  }

  /** The edition of 2019 asks for other figures of table two; not all may be entered yet. */
  private static Optional<BigDecimal> proactive(ProactiveFigures figures, Cell.ProactiveItem item) {
    if (figures.former().isPresent()) {
      return Optional.empty();
    }
    if (item == Cell.ProactiveItem.CHARGES_YUAN) {
      return figures.administrativeFees10kYuan().map(amount -> amount.movePointRight(YUAN_DIGITS));
    }
    return count(figures, item).map(BigDecimal::valueOf);
  }

  private static Optional<Long> count(ProactiveFigures figures, Cell.ProactiveItem item) {
    return switch (item) {
      case REGULATIONS_ISSUED -> figures.regulations().issued();
      case REGULATIONS_REPEALED -> figures.regulations().repealed();
      case REGULATIONS_IN_FORCE -> figures.regulations().inForce();
      case NORMATIVE_ISSUED -> figures.normativeDocuments().issued();
      case NORMATIVE_REPEALED -> figures.normativeDocuments().repealed();
      case NORMATIVE_IN_FORCE -> figures.normativeDocuments().inForce();
      case LICENCES -> figures.administrativeLicences();
      case PENALTIES -> figures.administrativePenalties();
      case COERCION -> figures.administrativeCoercion();
      case CHARGES_YUAN -> throw new IllegalArgumentException("an amount is no count");
    };
  }
}
