package disclosure.requests.page.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.Refusal;
import disclosure.edge.page.UploadedForm;
import disclosure.edge.testing.fuzz.Fuzz;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UploadedFormFuzzTest {

  private static final String SENT =
      "--b\r\nContent-Disposition: form-data; name=\"organ\"\r\n\r\n11\r\n"
          + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
          + "登记编号,收到日期\r\n\r\n--b--\r\n";

  private final Fuzz forms =
      Fuzz.of(
          "uploaded-form",
          List.of(SENT.getBytes(StandardCharsets.UTF_8)),
          List.of(
              "--b",
              "--b--",
              "\r\n",
              "\r\n\r\n",
              "\r\n--b\r\n",
              "name=\"",
              "\"",
              "; ",
              "form-data"),
          Refusal.class,
          UploadedFormFuzzTest::read);

  @Test
  void some_forms_are_read_or_refused() {
    forms.tryFew(2_000);
  }

  @Test
  @Tag("soak")
  void forms_are_read_or_refused() {
    assertThat(forms.tryFor(Duration.ofSeconds(4))).isGreaterThan(1_000);
  }

  private static void read(byte[] sent) throws Exception {
    UploadedForm form =
        UploadedForm.of(new ByteArrayInputStream(sent), "multipart/form-data; boundary=b", 1 << 16);
    form.content("file").ifPresent(file -> assertThat(file).isNotNull());
    form.first("organ").ifPresent(organ -> assertThat(organ).isNotNull());
  }
}
