package disclosure.report.signature.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code deploy/verify-report} prints, and how it ends. */
class VerifyReportTest {

  @TempDir Path folder;

  private String document;
  private String signature;
  private String certificate;

  @BeforeEach
  void files() throws IOException {
    document = copied("report.txt");
    signature = copied("report.txt.p7s");
    certificate = copied("organ.pem");
  }

  private String copied(String name) throws IOException {
    try (InputStream content = getClass().getResourceAsStream("/signed/" + name)) {
      Path copy = folder.resolve(name);
      Files.write(copy, content.readAllBytes());
      return copy.toString();
    }
  }

  private record Run(int code, String out) {}

  private static Run run(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      int code = new VerifyReport(out, out).run(List.of(arguments));
      return new Run(code, bytes.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void a_signature_of_years_ago_is_still_genuine() {
    assertThat(run(document, signature, certificate))
        .isEqualTo(
            new Run(
                VerifyReport.GENUINE,
                """
                签名有效：文件与签名时一致。
                签名人：CN=临县人民政府办公室（示例）
                签名时间：2026年12月1日 09:02:03（北京时间，由签名人自述）
                """));
  }

  @Test
  void the_code_says_what_is_wrong() throws IOException {
    String altered =
        Files.writeString(folder.resolve("altered.txt"), Files.readString(Path.of(document)) + " ")
            .toString();
    Run run = run(altered, signature, certificate);
    assertThat(run.code()).isEqualTo(VerifyReport.ALTERED);
    assertThat(run.out()).isEqualTo("签名无效：文件或者签名已被改动。\n");
    run = run(document, signature, copiedOther());
    assertThat(run.code()).isEqualTo(VerifyReport.NOT_TRUSTED);
    assertThat(run.out()).startsWith("签名人不可信：所给证书不能证明其身份。");
    assertThat(run(document, document, certificate).code()).isEqualTo(VerifyReport.NOT_READ);
    assertThat(run(document, signature, document).code()).isEqualTo(VerifyReport.NOT_READ);
    assertThat(run(folder.resolve("none").toString(), signature, certificate).code())
        .isEqualTo(VerifyReport.NOT_READ);
    assertThat(run(document, signature).code()).isEqualTo(VerifyReport.NOT_READ);
    assertThat(run("--help").code()).isEqualTo(VerifyReport.GENUINE);
  }

  /** OpenSSL signed and stamped: the key is of {@code openssl genpkey}, the stamp of {@code ts}. */
  @Test
  void a_time_stamp_that_another_program_gave_is_verified_with_the_signature() throws IOException {
    String stamped = copied("stamped.p7s");
    String organ = copied("stamped-organ.pem");
    String stamp = copied("stamped.p7s.tsr");
    String authority = copied("time-authority.pem");
    Run run = run(document, stamped, organ, stamp, authority);
    assertThat(run.out())
        .contains("签名有效：文件与签名时一致。\n")
        .endsWith(
            """
            时间戳有效：签名在时间戳的时间已经存在。
            时间戳机构：CN=Time stamps (example)
            时间戳时间：2026年12月1日 02:10:46（北京时间）
            """);
    assertThat(run.code()).isEqualTo(VerifyReport.GENUINE);
    assertThat(run(document, stamped, organ).code()).isEqualTo(VerifyReport.GENUINE);

    Run other = run(document, signature, certificate, stamp, authority);
    assertThat(other.code()).isEqualTo(VerifyReport.ALTERED);
    assertThat(other.out()).endsWith("时间戳无效：不是这个签名的时间戳，或者已被改动。\n");
    Run unknown = run(document, stamped, organ, stamp, organ);
    assertThat(unknown.code()).isEqualTo(VerifyReport.NOT_TRUSTED);
    assertThat(unknown.out()).contains("时间戳不可信：所给证书不能证明其身份。");
    assertThat(run(document, stamped, organ, document, authority).code())
        .isEqualTo(VerifyReport.NOT_READ);
    assertThat(run(document, stamped, organ, stamp, document).code())
        .isEqualTo(VerifyReport.NOT_READ);
    assertThat(run(document, stamped, organ, stamp).code()).isEqualTo(VerifyReport.NOT_READ);
    assertThat(run(stamp, stamped, organ, stamp, authority).code()).isEqualTo(VerifyReport.ALTERED);
    assertThat(run(document, stamped, copiedOther(), stamp, authority).code())
        .isEqualTo(VerifyReport.NOT_TRUSTED);
  }

  @Test
  void a_signature_that_says_a_later_moment_than_its_stamp_is_not_believed() throws IOException {
    Run run =
        run(document, signature, certificate, copied("early.tsr"), copied("time-authority.pem"));
    assertThat(run.code()).isEqualTo(VerifyReport.NOT_TRUSTED);
    assertThat(run.out()).contains("签名时间不可信：签名人自述的时间晚于时间戳。");
  }

  /** Who has the key of a certificate that has ended may sign as of any moment before. */
  @Test
  void a_signature_that_was_stamped_after_the_certificates_end_is_not_believed()
      throws IOException {
    String late = copied("late.p7s");
    String organ = copied("ended-organ.pem");
    assertThat(run(document, late, organ).code()).isEqualTo(VerifyReport.GENUINE);
    Run run = run(document, late, organ, copied("late.p7s.tsr"), copied("late-authority.pem"));
    assertThat(run.code()).isEqualTo(VerifyReport.NOT_TRUSTED);
    assertThat(run.out())
        .startsWith("签名人不可信：加盖时间戳时证书已不在有效期内")
        .contains("签名时间：2025年6月1日 09:02:03（北京时间，由签名人自述）\n")
        .contains("时间戳有效：签名在时间戳的时间已经存在。\n")
        .doesNotContain("签名有效");
  }

  private String copiedOther() throws IOException {
    return copied("other.pem");
  }
}
