package disclosure.report.examination.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.report.examination.Examination;
import disclosure.report.examination.document.NotReadable;
import disclosure.report.examination.document.Place;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.figure.ProactiveRow;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.figure.RowReading;
import disclosure.report.examination.finding.Finding;
import disclosure.report.examination.text.Section;
import disclosure.report.examination.text.SectionTexts;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Examinations for programs. */
final class JsonAnswer {

  private static final List<String> RESULTS =
      List.of("upheld", "corrected", "other", "pending", "total");

  private JsonAnswer() {}

  /**
   * What became of a file.
   *
   * @param examination what was read; empty when it wasn't
   * @param reason why it wasn't read; empty when it was
   */
  record Answer(
      String file, Optional<Examination> examination, Optional<NotReadable.Reason> reason) {}

  static String of(List<Answer> answers) {
    ArrayNode files = JsonNodeFactory.instance.arrayNode();
    for (Answer answer : answers) {
      ObjectNode file = files.addObject();
      file.put("file", answer.file());
      answer
          .reason()
          .ifPresent(
              reason -> file.put("notReadable", reason.name()).put("reason", reason.chinese()));
      answer.examination().ifPresent(examination -> put(file, examination));
    }
    return files.toPrettyString();
  }

  private static void put(ObjectNode file, Examination examination) {
    file.put("format", examination.format().name());
    examination
        .origin()
        .organ()
        .ifPresent(organ -> file.put("organName", organ).put("organ", organ));
    examination.origin().year().ifPresent(year -> file.put("year", year));
    file.put("title", examination.origin().title());
    examination.origin().signedBy().ifPresent(by -> file.put("signedBy", by));
    examination.origin().signedOn().ifPresent(on -> file.put("signedOn", on));
    file.put("edition", examination.edition().name());
    ObjectNode proactive = file.putObject("proactive");
    examination.proactive().feeUnit().ifPresent(unit -> proactive.put("feeUnit", unit));
    for (ProactiveRow row : ProactiveRow.values()) {
      examination
          .proactive()
          .row(row)
          .ifPresent(cells -> cells(proactive.putArray(row.name()), cells));
    }
    ObjectNode applications = file.putObject("applications");
    for (FormRow row : FormRow.values()) {
      examination
          .applications()
          .row(row)
          .ifPresent(reading -> row(applications.putObject(row.name()), reading));
    }
    examination
        .applications()
        .otherHandlingInOne()
        .ifPresent(reading -> row(applications.putObject("OTHER_HANDLING_IN_ONE"), reading));
    ObjectNode disputes = file.putObject("disputes");
    for (DisputeKind kind : DisputeKind.values()) {
      examination
          .disputes()
          .group(kind)
          .ifPresent(
              cells -> {
                ObjectNode group = disputes.putObject(kind.name());
                for (int i = 0; i < cells.size(); i++) {
                  cell(group.putObject(RESULTS.get(i)), cells.get(i));
                }
              });
    }
    ObjectNode texts = file.putObject("texts");
    texts(texts.putArray("lead"), examination.texts().lead());
    for (Section section : Section.values()) {
      if (examination.texts().sections().containsKey(section)) {
        texts(
            texts.putArray(section.name().toLowerCase(Locale.ROOT)),
            examination.texts().sections().get(section));
      }
    }
    ArrayNode findings = file.putArray("findings");
    examination.findings().forEach(finding -> finding(findings.addObject(), finding));
  }

  private static void texts(ArrayNode array, List<SectionTexts.Text> texts) {
    texts.forEach(text -> array.add(text.text()));
  }

  private static void row(ObjectNode row, RowReading reading) {
    for (Column column : Column.values()) {
      cell(row.putObject(column.name()), reading.cell(column));
    }
  }

  private static void cells(ArrayNode array, List<Reading> cells) {
    cells.forEach(cell -> cell(array.addObject(), cell));
  }

  private static void cell(ObjectNode node, Reading cell) {
    node.put("kind", cell.kind().name());
    cell.value().ifPresent(value -> node.put("value", value));
    node.put("text", cell.text());
    node.put("confidence", cell.confidence().name());
    node.put("place", cell.place().chinese());
  }

  private static void finding(ObjectNode node, Finding finding) {
    node.put("kind", finding.kind().name());
    node.put("severity", finding.severity().name());
    node.put("place", finding.place().chinese());
    if (!finding.otherPlace().equals(Place.NONE)) {
      node.put("otherPlace", finding.otherPlace().chinese());
    }
    finding
        .numbers()
        .ifPresent(
            numbers -> node.put("found", numbers.found()).put("expected", numbers.expected()));
    node.put("chinese", finding.chinese());
    node.put("english", finding.english());
  }
}
