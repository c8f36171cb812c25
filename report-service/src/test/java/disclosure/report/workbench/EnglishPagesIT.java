package disclosure.report.workbench;

import static disclosure.report.workbench.EnglishPage.PREFERRED;
import static disclosure.report.workbench.EnglishPage.assertEnglish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.SignedIn;
import disclosure.report.TestCounties;
import disclosure.report.examined.TestFiles;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every page of the workbench for who prefers English; what people and the law wrote is theirs. */
@QuarkusTest
@TestProfile(CountyPeople.class)
class EnglishPagesIT {

  /** On which no other test writes reports of these organs, or of all of the county. */
  private static final int YEAR = 2024;

  private static final int WITH_GAPS = 50;
  private static final int SUBMITTED = 51;
  private static final int RETURNED = 52;
  private static final Pattern CARRIED_IN =
      Pattern.compile("reasons/6\">\\s*<input type=\"hidden\" name=\"seen\" value=\"([^\"]*)\"");
  private static final String REASON = "落款请再核对";
  private static final String COUNTY = "/workbench/" + TestCounties.COUNTY;
  private static final String EXAMINATION = "/workbench/examination";

  @TestHTTPResource URL service;

  private SignedIn writer;
  private SignedIn publisher;

  @BeforeEach
  void there_are_reports() throws Exception {
    writer = SignedIn.as("county-writer", service.getPort(), "/workbench");
    publisher = SignedIn.as("county-publisher", service.getPort(), "/workbench");
    if (!writer.get(address(WITH_GAPS)).body().contains("还没有开始编写")) {
      return;
    }
    Map<String, String> gaps = CountyDrafts.sound(WITH_GAPS, YEAR);
    gaps.remove("proactive.administrativeLicences");
    gaps.put("overview", YEAR + "年，本机关收到政府信息公开申请777件。");
    assertThat(writer.post(address(WITH_GAPS) + "/draft", gaps).body()).contains("已保存。");
    submit(SUBMITTED);
    submit(RETURNED);
    publisher.post(address(RETURNED) + "/return", Map.of("seen", "\"1\"", "reason", REASON));
  }

  /** Also where another test published the year before, of which this one carries nothing in. */
  private void submit(int organ) throws Exception {
    Map<String, String> filled = CountyDrafts.sound(organ, YEAR);
    filled.merge("otherMatters", REASON + "。", String::concat);
    assertThat(writer.post(address(organ) + "/draft", filled).body()).contains("已保存。");
    Matcher finding = CARRIED_IN.matcher(writer.get(address(organ)).body());
    if (finding.find()) {
      String seen = Parser.unescapeEntities(finding.group(1), true);
      writer.post(address(organ) + "/reasons/6", Map.of("seen", seen, "reason", REASON));
    }
    writer.post(address(organ) + "/submission", Map.of("seen", "\"1\""));
  }

  private static String address(int organ) {
    return CountyDrafts.address(organ, YEAR);
  }

  private String english(SignedIn reader, String address) throws Exception {
    return assertEnglish(reader.get(address, PREFERRED), 200, REASON);
  }

  private HttpResponse<String> sent(SignedIn person, String address, Map<String, String> filled)
      throws Exception {
    return person.post(address, filled, PREFERRED);
  }

  @Test
  void reports_are_found_looked_at_and_handed_on() throws Exception {
    for (SignedIn reader : List.of(writer, publisher)) {
      assertThat(english(reader, "/workbench?organ=")).contains("Unified social credit code");
      assertEnglish(reader.get("/workbench?organ=1", PREFERRED), 400);
      assertThat(english(reader, COUNTY)).contains("Status by organ", "Not started");
      for (int organ : List.of(WITH_GAPS, SUBMITTED, RETURNED)) {
        assertThat(english(reader, address(organ))).contains("The six sections", "Cross-checks");
        english(reader, address(organ) + "/preview");
      }
      assertThat(english(reader, COUNTY + "/" + YEAR + "?scope=REGION"))
          .contains("Nothing has been written yet.");
      for (String choice : List.of("", "?choose=DRAFT", "?choose=SUBMITTED&scope=LEVEL")) {
        assertThat(english(reader, COUNTY + "/" + YEAR + "/collection" + choice))
            .contains("Reports due: ");
      }
      assertThat(english(reader, COUNTY + "/runs")).contains("Check all reports");
      assertThat(english(reader, COUNTY + "/taken-over")).contains("No report has been taken over");
      assertThat(english(reader, EXAMINATION)).contains("File of the annual report");
      english(reader, EXAMINATION + "/jobs");
    }
    assertThat(english(writer, address(WITH_GAPS)))
        .contains("Not filled in yet", "Correct it, or give a reason", "Submit for review");
    assertThat(english(writer, address(WITH_GAPS) + "/draft"))
        .contains("Licences decided in the year", "Usual sentences", "Table three is counted");
    assertThat(english(publisher, address(SUBMITTED)))
        .contains("Submitted, to be reviewed", "Return for changes");
    assertThat(english(writer, address(RETURNED)))
        .contains("Reason for the return: " + REASON + " (returned by county-publisher on ");
    assertThat(english(writer, COUNTY + "/" + (YEAR + 1) + "/draft"))
        .as("of the edition in force")
        .contains("Article 20 (5)");
    assertThat(english(writer, COUNTY + "/2019/draft"))
        .as("of the edition before")
        .contains("Central government procurement: projects");
  }

  @Test
  void what_is_refused_is_told_in_english() throws Exception {
    Map<String, String> wrong = CountyDrafts.sound(WITH_GAPS, YEAR);
    wrong.put("seen", "\"1\"");
    wrong.put("proactive.administrativeLicences", "1,2");
    wrong.put("signedOn", YEAR + "-02-30");
    assertThat(assertEnglish(sent(writer, address(WITH_GAPS) + "/draft", wrong), 400))
        .contains("<a href=\"#proactive.administrativeLicences\">Licences decided in the year: ");
    wrong.put("proactive.administrativeLicences", "1");
    wrong.put("signedOn", (YEAR + 1) + "-01-20");
    wrong.put("seen", "\"0\"");
    assertThat(assertEnglish(sent(writer, address(WITH_GAPS) + "/draft", wrong), 412))
        .contains("Version 1 was saved by county-writer on ");
    assertThat(
            assertEnglish(
                sent(
                    publisher,
                    address(SUBMITTED) + "/return",
                    Map.of("seen", "\"1\"", "reason", " ")),
                400,
                REASON))
        .contains("<a href=\"#returned\">Reason for the return: ");
    assertThat(
            assertEnglish(
                sent(publisher, address(SUBMITTED) + "/publication", Map.of("seen", "\"0\"")),
                412,
                REASON))
        .contains("it was not published");
    String board = COUNTY + "/" + YEAR + "/collection/submissions?scope=REGION";
    assertThat(assertEnglish(sent(writer, board, Map.of()), 400, REASON))
        .contains("No organ was marked. Nothing was done.");
    String organ = TestCounties.below(TestCounties.COUNTY).get(WITH_GAPS).code();
    assertThat(assertEnglish(sent(writer, board, Map.of("report", organ + ".OWN.0")), 200))
        .contains("Marked: 1; done: 0; not done: 1");
    assertThat(assertEnglish(sent(writer, COUNTY + "/runs", Map.of("year", "1900")), 400))
        .contains("Please correct the following", "What to do: is required");
  }

  @Test
  void a_run_is_told_in_english() throws Exception {
    HttpResponse<String> ordered =
        sent(writer, COUNTY + "/runs", Map.of("year", "2021", "kind", "CHECK"));
    assertEnglish(ordered, 200);
    String run = ordered.uri().getPath();
    String over =
        await()
            .atMost(Duration.ofMinutes(2))
            .until(
                () -> writer.get(run, PREFERRED).body(), page -> page.contains(">Finished</span>"));
    assertThat(assertEnglish(over)).contains("2021: Check all reports", "Reports: 6");
    english(writer, run + "?failed=true");
    assertThat(english(writer, COUNTY + "/runs")).contains(run);
  }

  @Test
  void files_are_examined_in_english() throws Exception {
    String page = examined(publisher, TestFiles.notAddingUp(), 200);
    assertThat(page)
        .contains("Tables as they were read", "<span class=\"late\">Wrong</span>", "table ")
        .contains("Take over as a published report of an organ")
        .contains("Table three: applications received and handled");
    assertThat(examined(publisher, "nothing".getBytes(StandardCharsets.UTF_8), 200))
        .contains("Not read: ");
    assertThat(examined(publisher, new byte[0], 400)).contains("File of the annual report: ");

    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("bad.pdf", "%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8));
    files.put("one.html", TestFiles.notAddingUp());
    String job =
        writer
            .postFile(EXAMINATION + "/jobs", Map.of(), "all.zip", TestFiles.zip(files), PREFERRED)
            .uri()
            .getPath();
    String over =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(
                () -> writer.get(job, PREFERRED).body(), body -> body.contains(">Finished</span>"));
    assertThat(assertEnglish(over)).contains("Examined 2 of 2", "Not read: ", "Wrong: ");
    english(writer, job + "/files/2");
    assertThat(english(writer, EXAMINATION + "/jobs")).contains("all.zip");
  }

  private static String examined(SignedIn person, byte[] file, int status) throws Exception {
    HttpResponse<byte[]> answer =
        person.postFile(
            EXAMINATION,
            Map.of("wish", "examine"),
            file.length == 0 ? "" : "a.html",
            file,
            PREFERRED);
    String page = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(page).isEqualTo(status);
    return assertEnglish(page);
  }
}
