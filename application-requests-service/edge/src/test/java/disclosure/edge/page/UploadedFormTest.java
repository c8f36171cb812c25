package disclosure.edge.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadedFormTest {

  private static final String TYPE = "multipart/form-data; boundary=----WebKitFormBoundaryq1";
  private static final String SENT =
      "------WebKitFormBoundaryq1\r\n"
          + "Content-Disposition: form-data; name=\"organ\"\r\n\r\n"
          + "某机关\r\n"
          + "------WebKitFormBoundaryq1\r\n"
          + "Content-Disposition: form-data; name=\"file\"; filename=\"台账 name=.xlsx\"\r\n"
          + "Content-Type: application/octet-stream\r\n\r\n"
          + "PK\r\n\r\n------\0末\r\n"
          + "------WebKitFormBoundaryq1\r\n"
          + "Content-Disposition: form-data; name=\"other\"; filename=\"\"\r\n"
          + "Content-Type: application/octet-stream\r\n\r\n\r\n"
          + "------WebKitFormBoundaryq1\r\n"
          + "Content-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n"
          + "------WebKitFormBoundaryq1--\r\n";

  @Test
  void what_was_sent_is_read_byte_for_byte() throws IOException {
    UploadedForm form = read(SENT);
    assertThat(form.first("organ")).contains("某机关");
    assertThat(form.first("empty")).contains("");
    assertThat(form.first("nothing")).isEmpty();
    assertThat(form.fileName("file")).contains("台账 name=.xlsx");
    assertThat(form.content("file").orElseThrow()).hasContent("PK\r\n\r\n------\0末");
    // A file is no text, nor a text a file; one that was not chosen is none.
    assertThat(form.first("file")).isEmpty();
    assertThat(form.content("organ")).isEmpty();
    assertThat(form.content("other")).isEmpty();
    assertThat(form).asString().doesNotContain("某", "PK", "台账");
  }

  @Test
  void what_was_filled_in_is_in_utf_8_and_a_file_is_as_it_is() throws IOException {
    byte[] file = ascii(SENT).replace("末", "\u00FF").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(
            UploadedForm.of(new ByteArrayInputStream(file), TYPE, 1 << 20)
                .content("file")
                .orElseThrow())
        .hasBinaryContent("PK\r\n\r\n------\0\u00FF".getBytes(StandardCharsets.ISO_8859_1));
    byte[] text = ascii(SENT.replace("某机关", "\u00FF")).getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> UploadedForm.of(new ByteArrayInputStream(text), TYPE, 1 << 20))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.faults()).containsExactly(InputFault.NOT_UTF8.at("organ")));
  }

  /** Without what no single byte stands for, but for the mark within the file. */
  private static String ascii(String text) {
    return text.replace("某机关", "organ").replace("台账", "ledger");
  }

  @Test
  void what_is_cut_off_anywhere_is_refused() {
    byte[] sent = SENT.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < sent.length - 4; length++) {
      byte[] some = Arrays.copyOf(sent, length);
      assertRefused(400, () -> UploadedForm.of(new ByteArrayInputStream(some), TYPE, 1 << 20));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=another"
      })
  void a_body_of_which_no_part_is_told_from_the_next_is_refused(String type) {
    assertRefused(
        400,
        () ->
            UploadedForm.of(
                new ByteArrayInputStream(SENT.getBytes(StandardCharsets.UTF_8)), type, 1 << 20));
  }

  @Test
  void a_boundary_may_stand_in_quotes() throws IOException {
    String sent = "--a b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--a b--";
    UploadedForm form =
        UploadedForm.of(
            new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)),
            "Multipart/Form-Data; charset=utf-8; boundary=\"a b\"",
            10);
    assertThat(form.first("x")).contains("1");
  }

  @Test
  void a_part_without_a_name_is_refused_and_so_are_too_many() {
    assertRefused(400, () -> read(SENT.replace(" name=\"organ\"", "")));
    assertRefused(
        400, () -> read(SENT.replace("Content-Disposition: form-data; name=\"o", "X: \"")));
    String part = SENT.substring(0, SENT.indexOf("------", 1));
    assertRefused(400, () -> read(part.repeat(50) + SENT));
  }

  @Test
  void all_chosen_files_are_told_with_their_parts_and_so_are_the_fields() throws IOException {
    UploadedForm form = read(SENT);
    assertThat(form.files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.part()).isEqualTo("file");
              assertThat(file.name()).isEqualTo("台账 name=.xlsx");
              assertThat(file.content())
                  .hasSize("PK\r\n\r\n------\0末".getBytes(StandardCharsets.UTF_8).length);
              assertThat(file).asString().doesNotContain("台账");
            });
    assertThat(form.fields()).containsOnlyKeys("organ", "empty").containsEntry("organ", "某机关");
    String file = SENT.substring(SENT.indexOf("------", 1), SENT.indexOf("name=\"other"));
    String part = file.substring(0, file.lastIndexOf("------"));
    assertThat(read(part.repeat(2) + SENT).files()).hasSize(3);
  }

  @Test
  void more_files_than_there_may_be_are_refused_by_the_name_of_their_part() throws IOException {
    String file = SENT.substring(SENT.indexOf("------", 1), SENT.indexOf("name=\"other"));
    String part = file.substring(0, file.lastIndexOf("------"));
    byte[] sent = (part + SENT).getBytes(StandardCharsets.UTF_8);
    UploadedForm.Bounds two = new UploadedForm.Bounds(sent.length, 2, 10);
    assertThat(UploadedForm.of(new ByteArrayInputStream(sent), TYPE, two).files()).hasSize(2);
    UploadedForm.Bounds one = new UploadedForm.Bounds(sent.length, 1, 10);
    assertThatThrownBy(() -> UploadedForm.of(new ByteArrayInputStream(sent), TYPE, one))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.faults())
                    .extracting(fault -> fault.field() + " " + fault.code().code())
                    .containsExactly("file too-many-values"));
    assertRefused(
        400,
        () ->
            UploadedForm.of(
                new ByteArrayInputStream(sent), TYPE, new UploadedForm.Bounds(sent.length, 2, 4)));
    assertRefused(
        413,
        () ->
            UploadedForm.of(
                new ByteArrayInputStream(sent),
                TYPE,
                new UploadedForm.Bounds(sent.length - 1, 2, 10)));
  }

  @Test
  void what_is_longer_than_a_file_may_be_is_refused_and_not_read_to_its_end() {
    ByteArrayInputStream body = new ByteArrayInputStream(new byte[1 << 20]);
    assertRefused(413, () -> UploadedForm.of(body, TYPE, 100));
    assertThat(body.available()).isGreaterThan(900_000);
  }

  private static UploadedForm read(String sent) throws IOException {
    return UploadedForm.of(
        new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)), TYPE, 1 << 20);
  }

  private static void assertRefused(
      int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
  }
}
