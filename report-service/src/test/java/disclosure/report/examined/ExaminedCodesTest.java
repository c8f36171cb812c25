package disclosure.report.examined;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.examination.document.NotReadable;
import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.Edition;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.finding.Finding;
import disclosure.report.examination.finding.Severity;
import disclosure.report.examination.format.FileFormat;
import disclosure.report.examination.text.Section;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

/** What the document lists of codes is what there is. */
class ExaminedCodesTest {

  private static Schema said(Class<?> type, String property) {
    try {
      return type.getDeclaredField(property).getAnnotation(Schema.class);
    } catch (NoSuchFieldException none) {
      throw new AssertionError(none);
    }
  }

  private static List<String> listed(Class<?> type, String property) {
    return List.of(said(type, property).enumeration());
  }

  private static List<String> names(Enum<?>... codes) {
    return Arrays.stream(codes).map(Enum::name).toList();
  }

  @Test
  void every_code_is_listed() {
    assertThat(listed(ExaminedReport.class, "format")).isEqualTo(names(FileFormat.values()));
    assertThat(listed(ExaminedReport.class, "edition")).isEqualTo(names(Edition.values()));
    assertThat(listed(ExaminedReport.Cell.class, "kind")).isEqualTo(names(Reading.Kind.values()));
    assertThat(listed(ExaminedReport.Cell.class, "confidence"))
        .isEqualTo(names(Confidence.values()));
    assertThat(listed(ExaminedReport.SectionText.class, "section"))
        .isEqualTo(Stream.concat(Stream.of("LEAD"), names(Section.values()).stream()).toList());
    assertThat(listed(ExaminedReport.FindingAnswer.class, "kind"))
        .isEqualTo(names(Finding.Kind.values()));
    assertThat(listed(ExaminedReport.FindingAnswer.class, "severity"))
        .isEqualTo(names(Severity.values()));
  }

  @Test
  void every_reason_is_named() {
    String description = said(ExaminedFile.Unreadable.class, "reason").description();
    assertThat(NotReadable.Reason.values())
        .filteredOn(reason -> reason != NotReadable.Reason.NOT_FOUND)
        .allSatisfy(reason -> assertThat(description).contains(reason.name()));
    assertThat(description).contains("NO_TIME_LEFT", "NOT_REACHED", "FAULT");
  }
}
