package disclosure.report.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.form.Section;
import disclosure.statistics.contract.DisputeTable;
import disclosure.statistics.contract.Matrix;
import java.util.List;
import java.util.Optional;

/** One section as JSON, with its text or its table. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SectionAnswer(
    String number,
    String heading,
    Optional<List<String>> paragraphs,
    Optional<ProactiveFigures> proactive,
    Optional<Matrix> matrix,
    Optional<DisputeTable> disputes) {

  static SectionAnswer of(Section section, List<String> paragraphs) {
    return new SectionAnswer(
        section.number(),
        section.heading(),
        Optional.of(paragraphs),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static SectionAnswer of(ProactiveFigures proactive) {
    return table(Section.PROACTIVE, Optional.of(proactive), Optional.empty(), Optional.empty());
  }

  static SectionAnswer of(Matrix matrix) {
    return table(Section.APPLICATIONS, Optional.empty(), Optional.of(matrix), Optional.empty());
  }

  static SectionAnswer of(DisputeTable disputes) {
    return table(Section.DISPUTES, Optional.empty(), Optional.empty(), Optional.of(disputes));
  }

  private static SectionAnswer table(
      Section section,
      Optional<ProactiveFigures> proactive,
      Optional<Matrix> matrix,
      Optional<DisputeTable> disputes) {
    return new SectionAnswer(
        section.number(), section.heading(), Optional.empty(), proactive, matrix, disputes);
  }
}
