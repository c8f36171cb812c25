package disclosure.report.examined.batch;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.examination.Examination;
import disclosure.report.examination.Examiner;
import disclosure.report.examination.document.Limits;
import disclosure.report.examination.document.Place;
import disclosure.report.examination.finding.Finding;
import disclosure.report.examination.finding.Severity;
import disclosure.report.examined.ExaminedReport;
import disclosure.report.examined.TestFiles;
import disclosure.report.publication.FrozenJson;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What is kept of a report with many long findings. */
class StoredReportsTest {

  private static ExaminedReport with(int findings, String sentence) {
    Examination read = new Examiner(Limits.USUAL).examine(TestFiles.html());
    return ExaminedReport.of(
        new Examination(
            read.format(),
            read.origin(),
            read.edition(),
            read.proactive(),
            read.applications(),
            read.disputes(),
            read.texts(),
            Collections.nCopies(
                findings,
                Finding.of(
                    Finding.Kind.SENTENCE, Severity.WRONG, Place.NONE, sentence, sentence))));
  }

  private static ExaminedReport kept(String json) {
    return FrozenJson.read(json, ExaminedReport.class);
  }

  @Test
  void findings_are_kept_as_far_as_there_is_room_and_all_are_counted() {
    String json = StoredReports.json(with(4_000, "长".repeat(2_000)));
    assertThat(StoredReports.bytes(json)).isLessThanOrEqualTo(StoredReports.MAX_BYTES);
    assertThat(kept(json).findings()).hasSizeBetween(10, 199);
    assertThat(kept(json).wrong()).isEqualTo(4_000);
    assertThat(kept(json).look()).isZero();
  }

  @Test
  void tables_and_the_usual_findings_are_kept_whole_and_no_texts() {
    ExaminedReport read = with(40, "表三“自然人”列：第一项加第二项为27，第三项（七）加第四项为26，两者应当相等。");
    ExaminedReport kept = kept(StoredReports.json(read));
    assertThat(kept.applications()).isEqualTo(read.applications());
    assertThat(kept.findings()).isEqualTo(read.findings());
    assertThat(kept.findingsLeftOut()).isEmpty();
    assertThat(read.texts()).isNotEmpty();
    assertThat(kept.texts()).isEmpty();
    assertThat(kept.textsCut()).isTrue();
  }

  @Test
  void what_an_older_release_stored_is_read() {
    String json = FrozenJson.write(with(1, "一"));
    assertThat(json).doesNotContain("findingsLeftOut");
    assertThat(kept(json).findings()).hasSize(1);
    assertThat(kept(json).findingsLeftOut()).isEmpty();
  }
}
