package disclosure.report.examination;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.examination.document.Limits;
import disclosure.report.examination.document.NotReadable;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.finding.Severity;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The corpus of damaged and odd reports. */
class CorpusTest {

  private final Examiner examiner = new Examiner(Limits.USUAL);

  @Test
  void there_are_enough_and_half_of_them_are_held_out() {
    List<Corpus.Variant> all = Corpus.all();
    assertThat(all).hasSizeGreaterThan(60);
    assertThat(all.stream().filter(Corpus.Variant::isHeldOut).count())
        .isBetween(all.size() * 35L / 100, all.size() * 65L / 100);
    assertThat(all).extracting(Corpus.Variant::name).doesNotHaveDuplicates();
  }

  @Test
  void those_that_were_looked_at_are_read_as_they_should() {
    assertThat(failures(false)).isEmpty();
  }

  @Test
  void those_that_were_held_out_are_read_as_they_should() {
    assertThat(failures(true)).isEmpty();
  }

  /** What can be read otherwise isn't read surely. */
  @Test
  void what_is_in_doubt_is_not_sure() {
    Map<String, FormRow> doubtful =
        Map.of(
            "digits run together", FormRow.STATE_SECRET,
            "an unknown label", FormRow.PUBLISHED_MATERIAL,
            "a number broken over lines", FormRow.NOT_HELD,
            "a cell missing", FormRow.STATE_SECRET,
            "a cell missing in the middle", FormRow.THIRD_PARTY_RIGHTS,
            "figures in one cell", FormRow.NOT_HELD,
            "figures of two rows in one", FormRow.PUBLISHED_MATERIAL);
    int seen = 0;
    for (Corpus.Variant variant : Corpus.all()) {
      if (doubtful.containsKey(variant.name())) {
        seen++;
        FormRow row = doubtful.get(variant.name());
        List<Reading> cells =
            examiner.examine(variant.file()).applications().row(row).orElseThrow().cells();
        assertThat(variant.name().contains("broken") ? cells.subList(0, 1) : cells)
            .as(variant.name())
            .noneMatch(cell -> cell.isValue() && cell.confidence() == Confidence.SURE);
      }
    }
    assertThat(seen).isEqualTo(doubtful.size());
  }

  @Test
  void a_figure_with_a_note_is_not_sure() {
    for (Corpus.Variant variant : Corpus.all()) {
      if (variant.name().contains("notes") || variant.name().contains("a footnote")) {
        FormRow row =
            variant.name().contains("raised") ? FormRow.NOT_HELD : FormRow.PETITION_OR_COMPLAINT;
        assertThat(
                examiner
                    .examine(variant.file())
                    .applications()
                    .row(row)
                    .orElseThrow()
                    .cell(Column.NATURAL_PERSON)
                    .confidence())
            .as(variant.name())
            .isNotEqualTo(Confidence.SURE);
      }
    }
  }

  private List<String> failures(boolean heldOut) {
    List<String> failures = new ArrayList<>();
    for (Corpus.Variant variant : Corpus.all()) {
      if (variant.isHeldOut() == heldOut) {
        failure(variant, failures);
      }
    }
    return failures;
  }

  private void failure(Corpus.Variant variant, List<String> failures) {
    Examination read;
    try {
      read = examiner.examine(variant.file());
    } catch (NotReadable refused) {
      failures.add(variant + ": " + refused.reason());
      return;
    }
    List<String> cells = new ArrayList<>();
    for (FormRow row : FormRow.values()) {
      for (Column column : Column.values()) {
        String differs = differs(variant, read, row, column);
        if (!differs.isEmpty()) {
          cells.add(row + " " + column + " " + differs);
        }
      }
    }
    if (!cells.isEmpty()) {
      failures.add(
          variant + ": " + cells.size() + " cells, " + cells.subList(0, Math.min(3, cells.size())));
    }
    boolean wrong = read.findings().stream().anyMatch(one -> one.severity() == Severity.WRONG);
    if (wrong != variant.wrong()) {
      failures.add(variant + ": " + read.findings().stream().map(one -> one.chinese()).toList());
    }
    for (DisputeKind kind : DisputeKind.values()) {
      for (int i = 0; i < 5; i++) {
        List<Reading> group = read.disputes().groups().getOrDefault(kind, List.of());
        int expected = Seed.DISPUTES[kind.ordinal() * 5 + i];
        if (group.size() != 5
            || group.get(i).value().map(one -> one.intValue() != expected).orElse(true)) {
          failures.add(variant + ": " + kind + " " + i + " " + group);
          break;
        }
      }
    }
  }

  private static String differs(
      Corpus.Variant variant, Examination read, FormRow row, Column column) {
    Object expected = variant.expected().apply(row, column);
    Map<FormRow, ?> rows = read.applications().rows();
    if (!rows.containsKey(row)) {
      return expected.equals("absent") ? "" : "is absent";
    }
    Reading cell = read.applications().row(row).orElseThrow().cell(column);
    if (expected instanceof Integer number) {
      boolean right = cell.value().map(value -> value.intValue() == number).orElse(false);
      return right
          ? ""
          : "is " + cell.kind() + " " + cell.value() + " for " + number + " " + cell.confidence();
    }
    if (expected == Reading.Kind.UNREAD) {
      return cell.confidence() == Confidence.DOUBTFUL && !cell.isValue() ? "" : "is " + cell;
    }
    return expected.equals(cell.kind())
        ? ""
        : "is " + cell.kind() + " " + cell.text() + " for " + expected;
  }
}
