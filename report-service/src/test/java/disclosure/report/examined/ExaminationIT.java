package disclosure.report.examined;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import disclosure.edge.testing.TestClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Published reports that are handed over. */
@QuarkusTest
class ExaminationIT {

  private static final String OCTETS = "application/octet-stream";
  private static final String ZIP = "application/zip";

  @TestHTTPResource("/")
  URL url;

  private static RequestSpecification as(TestClient client) {
    return given().auth().oauth2(client.token());
  }

  private static ValidatableResponse sent(String type, byte[] body) {
    return as(TestClient.EDITOR).contentType(type).body(body).post("/examinations").then();
  }

  private static RequestSpecification form() {
    return as(TestClient.EDITOR).contentType("multipart/form-data");
  }

  @Test
  void a_file_gives_its_figures_its_texts_and_what_is_wrong_with_both_places_and_numbers() {
    ValidatableResponse answer =
        as(TestClient.EDITOR)
            .contentType(OCTETS)
            .queryParam("fileName", "临县.html")
            .body(TestFiles.notAddingUp())
            .post("/examinations")
            .then()
            .statusCode(200);
    answer
        .body("files.file", contains("临县.html"))
        .body("files[0].report.format", equalTo("HTML"))
        .body("files[0].report.organName", equalTo("临县人民政府办公室"))
        .body("files[0].report.year", equalTo(2024))
        .body("files[0].report.edition", equalTo("FORM_2021"))
        .body("files[0].report.applications", hasSize(25))
        .body("files[0].report.applications[0].row", equalTo("NEWLY_RECEIVED"))
        .body("files[0].report.applications[0].cells", hasSize(7))
        .body("files[0].report.applications[0].cells[6].column", equalTo("总计"))
        .body("files[0].report.applications[0].cells[6].value", equalTo(26))
        .body("files[0].report.applications[0].cells[6].confidence", equalTo("SURE"))
        .body("files[0].report.applications[0].cells[6].place.table", notNullValue())
        .body("files[0].report.applications[0].cells[6].place.words", containsString("个表格第"))
        .body("files[0].report.disputes.row", hasItem("RECONSIDERATION"))
        .body("files[0].report.proactive.row", hasItem("NORMATIVE_DOCUMENTS"))
        .body("files[0].report.textsCut", equalTo(false))
        .body(
            "files[0].report.texts.find { it.section == 'OVERVIEW' }.paragraphs.text",
            hasItem("2024年共受理依申请公开27件。"));
    Map<String, Object> sum =
        answer.extract().path("files[0].report.findings.find { it.kind == 'TOTAL_IS_SUM' }");
    assertThat(sum)
        .containsEntry("severity", "WRONG")
        .containsEntry("found", 26)
        .containsEntry("expected", 27)
        .containsKeys("place", "otherPlace", "english");
    assertThat(sum.get("chinese").toString()).contains("27", "26");
  }

  @Test
  void a_sentence_is_held_against_the_table() {
    sent(OCTETS, TestFiles.contradicting())
        .statusCode(200)
        .body("files[0].report.format", equalTo("DOCX"))
        .body(
            "files[0].report.findings.find { it.kind == 'SENTENCE' }.chinese",
            equalTo("“一、总体情况”中写作“收到政府信息公开申请28件”，表三“一 本年新收”总计为27。"))
        .body("files[0].report.findings.find { it.kind == 'SENTENCE' }.found", equalTo(28))
        .body("files[0].report.findings.find { it.kind == 'SENTENCE' }.expected", equalTo(27))
        .body(
            "files[0].report.findings.find { it.kind == 'SENTENCE' }.otherPlace.table",
            notNullValue());
  }

  @Test
  void a_form_may_hold_several_files_and_archives_of_them() {
    byte[] archive = TestFiles.zip(Map.of("乙/年报.docx", TestFiles.contradicting()));
    as(TestClient.EDITOR)
        .contentType("multipart/form-data; boundary=b")
        .body(
            TestFiles.form(
                "b",
                Map.of("name=\"file\"; filename=\"甲 1.html\"", TestFiles.html()),
                Map.of("name=\"note\"", "no file".getBytes(StandardCharsets.UTF_8)),
                Map.of("name=\"file\"; filename*=UTF-8''%E4%BA%8C.zip", archive)))
        .post("/examinations")
        .then()
        .statusCode(200)
        .body("files.file", contains("甲 1.html", "乙/年报.docx"))
        .body("files.report.year", contains(2024, 2024));
  }

  @Test
  void the_files_of_an_archive_are_named_as_they_were_in_whatever_writing() {
    for (Charset names : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      Map<String, byte[]> files = new LinkedHashMap<>();
      files.put("县直/教育局.html", TestFiles.html());
      files.put("__MACOSX/县直/._教育局.html", new byte[] {1});
      files.put("县直/.DS_Store", new byte[] {1});
      sent(ZIP, TestFiles.zip(files, names))
          .statusCode(200)
          .body("files.file", contains("县直/教育局.html"));
    }
  }

  @Test
  void a_file_that_can_not_be_read_keeps_no_other_from_being_read() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("1.pdf", "%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8));
    files.put("2.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
    files.put("3.txt", new byte[0]);
    files.put("4.zip", TestFiles.zip(Map.of("a.html", TestFiles.html())));
    files.put("5.html", TestFiles.html());
    files.put("6.txt", new byte[21 << 20]);
    sent(ZIP, TestFiles.zip(files))
        .statusCode(200)
        .body("files.file", contains("1.pdf", "2.doc", "3.txt", "4.zip", "5.html", "6.txt"))
        .body("files[0].notReadable.reason", equalTo("BROKEN"))
        .body("files[0].notReadable.message", containsString("损坏"))
        .body("files[1].notReadable.reason", equalTo("OLD_OFFICE"))
        .body("files[2].notReadable.reason", equalTo("EMPTY"))
        .body("files[3].notReadable.reason", equalTo("UNKNOWN_FORMAT"))
        .body("files[4].report.year", equalTo(2024))
        .body("files[5].notReadable.reason", equalTo("TOO_LARGE"));
    as(TestClient.EDITOR)
        .contentType(OCTETS)
        .header("Accept-Language", "en")
        .body("nothing of a report".getBytes(StandardCharsets.UTF_8))
        .post("/examinations")
        .then()
        .statusCode(200)
        .body("files[0].notReadable.reason", equalTo("NO_REPORT"))
        .body("files[0].notReadable.message", containsString("no heading"));
    sent(ZIP, TestFiles.zip(Map.of(".keep", new byte[0])))
        .statusCode(200)
        .body("files[0].notReadable.reason", equalTo("EMPTY"));
  }

  @Test
  void more_files_than_twenty_are_refused() {
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < 21; i++) {
      files.put(i + ".txt", "…".getBytes(StandardCharsets.UTF_8));
    }
    sent(ZIP, TestFiles.zip(files))
        .statusCode(400)
        .body("errors.code", contains("too-many-values"))
        .body("errors[0].expected.atMost", equalTo("20"));
    RequestSpecification form = form();
    files.forEach((name, content) -> form.multiPart("file", name, content, OCTETS));
    form.post("/examinations").then().statusCode(400).body("errors.field", contains("file"));
    files.remove("20.txt");
    sent(ZIP, TestFiles.zip(files)).statusCode(200).body("files", hasSize(20));
    form()
        .multiPart("file", "a.zip", TestFiles.zip(files), ZIP)
        .multiPart("file", "b.html", TestFiles.html(), "text/html")
        .post("/examinations")
        .then()
        .statusCode(400);
  }

  @Test
  void a_body_that_is_too_large_empty_or_no_form_is_refused() {
    sent(OCTETS, new byte[SentFiles.MAX_BYTES + 1]).statusCode(413);
    sent(OCTETS, new byte[0]).statusCode(400);
    for (String type :
        List.of(
            "multipart/form-data; boundary=a",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"a")) {
      sent(type, "--b\r\nno form".getBytes(StandardCharsets.UTF_8)).statusCode(400);
    }
    sent(
            "multipart/form-data; boundary=a",
            "--a\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--a--\r\n"
                .getBytes(StandardCharsets.UTF_8))
        .statusCode(400)
        .body("errors.field", contains("file"));
    sent("application/json", "{}".getBytes(StandardCharsets.UTF_8)).statusCode(415);
  }

  @ParameterizedTest
  @EnumSource(names = {"EDITOR", "PUBLISHER", "ANALYST", "OFFICE_EDITOR", "EDITOR_OF_NOTHING"})
  void it_is_for_who_reads_or_writes_reports_whatever_organs_he_has(TestClient client) {
    as(client)
        .contentType("text/html")
        .body(TestFiles.html())
        .post("/examinations")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @EnumSource(names = {"RECORDER", "ADMINISTRATOR", "NOBODY"})
  void it_is_for_nobody_else(TestClient client) {
    as(client)
        .contentType("text/html")
        .body(TestFiles.html())
        .post("/examinations")
        .then()
        .statusCode(403);
    given()
        .contentType("text/html")
        .body(TestFiles.html())
        .post("/examinations")
        .then()
        .statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html><body><p>", "{\\rtf1", "PK\u0003\u0004", "\u0000\u0001"})
  void what_is_made_to_break_a_reader_is_told_so(String begin) {
    String body = begin + "一、".repeat(2_000) + "\u0000".repeat(50);
    sent(OCTETS, body.getBytes(StandardCharsets.UTF_8))
        .statusCode(200)
        .body("files[0].notReadable.reason", notNullValue());
  }

  @Test
  void a_client_has_one_examination_under_way_and_others_have_theirs() throws IOException {
    List<Socket> open = new ArrayList<>();
    try {
      open.add(begun(TestClient.COUNTY_EDITOR));
      await()
          .until(
              () ->
                  as(TestClient.COUNTY_EDITOR)
                          .contentType("text/html")
                          .body(TestFiles.html())
                          .post("/examinations")
                          .statusCode()
                      == 429);
      as(TestClient.COUNTY_EDITOR)
          .contentType("text/html")
          .body(TestFiles.html())
          .post("/examinations")
          .then()
          .statusCode(429)
          .header("Retry-After", notNullValue());
      sent(OCTETS, TestFiles.html()).statusCode(200);
      open.add(begun(TestClient.OFFICE_EDITOR));
      await().until(() -> sent(OCTETS, TestFiles.html()).extract().statusCode() == 503);
      sent(OCTETS, TestFiles.html()).statusCode(503).header("Retry-After", notNullValue());
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
    await().until(() -> sent(OCTETS, TestFiles.html()).extract().statusCode() == 200);
  }

  /** A request whose body has begun and doesn't end. */
  private Socket begun(TestClient client) throws IOException {
    Socket socket = new Socket(url.getHost(), url.getPort());
    socket
        .getOutputStream()
        .write(
            ("POST /examinations HTTP/1.1\r\nHost: "
                    + url.getAuthority()
                    + "\r\nAuthorization: Bearer "
                    + client.token()
                    + "\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<html>")
                .getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  @Test
  void a_letter_on_one_report_is_written_and_on_no_other_number_of_them() throws IOException {
    byte[] letter =
        as(TestClient.PUBLISHER)
            .contentType(OCTETS)
            .queryParam("sender", "某市人民政府办公室")
            .body(TestFiles.notAddingUp())
            .post("/examinations/letter")
            .then()
            .statusCode(200)
            .contentType(containsString("wordprocessingml.document"))
            .header("Content-Disposition", containsString("letter.docx"))
            .extract()
            .asByteArray();
    assertThat(FindingsLetterTest.text(letter)).contains("核查情况的函", "某市人民政府办公室");
    form()
        .multiPart("file", "甲.html", TestFiles.html(), "text/html")
        .multiPart("file", "乙.html", TestFiles.html(), "text/html")
        .post("/examinations/letter")
        .then()
        .statusCode(400)
        .body("errors.code", contains("wrong-count"));
  }

  @Test
  void no_letter_is_written_on_what_can_not_be_read() {
    as(TestClient.EDITOR)
        .contentType(OCTETS)
        .body("nothing of a report".getBytes(StandardCharsets.UTF_8))
        .post("/examinations/letter")
        .then()
        .statusCode(422)
        .body("errors.code", contains("file-not-readable"))
        .body("errors[0].message", containsString("不是年度报告"));
  }

  @Test
  void several_reports_are_summed_up_as_a_workbook_and_held_against_one_another() {
    String before =
        new String(TestFiles.html(), StandardCharsets.UTF_8)
            .replace("2024", "2023")
            .replace("2025", "2024");
    Map<String, byte[]> files = new TreeMap<>();
    files.put("2023.html", before.getBytes(StandardCharsets.UTF_8));
    files.put("2024.html", TestFiles.html());
    sent(ZIP, TestFiles.zip(files))
        .statusCode(200)
        .body("carriedOver.column", contains("自然人", "总计"))
        .body("carriedOver[1].fileBefore", equalTo("2023.html"))
        .body("carriedOver[1].carriedOut", equalTo(1))
        .body("carriedOver[1].carriedIn", equalTo(0));
    byte[] workbook =
        as(TestClient.ANALYST)
            .contentType(ZIP)
            .body(TestFiles.zip(files))
            .post("/examinations/summary")
            .then()
            .statusCode(200)
            .contentType(containsString("spreadsheetml.sheet"))
            .extract()
            .asByteArray();
    assertThat(workbook).startsWith('P', 'K');
  }
}
