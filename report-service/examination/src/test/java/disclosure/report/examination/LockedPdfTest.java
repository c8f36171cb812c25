package disclosure.report.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.report.examination.document.Limits;
import disclosure.report.examination.document.NotReadable;
import disclosure.report.examination.document.NotReadable.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PDFs that are locked: against printing and copying, which everybody may open, or altogether. */
@Timeout(60)
class LockedPdfTest {

  private static final List<Integer> KEY_BITS = List.of(40, 128, 256);

  private final Examiner examiner = new Examiner(Limits.USUAL);

  private static byte[] report() {
    return DrawnPages.pdf(Drawn.Report.of(Seed.table(), Seed.columns()), DrawnPages.Style.LINES);
  }

  private static byte[] locked(
      byte[] file, String password, int bits, boolean compressed, Consumer<PDDocument> change)
      throws IOException {
    AccessPermission nothing = new AccessPermission();
    nothing.setCanPrint(false);
    nothing.setCanExtractContent(false);
    nothing.setCanExtractForAccessibility(false);
    StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, nothing);
    policy.setEncryptionKeyLength(bits);
    policy.setPreferAES(bits > 40);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(file)) {
      change.accept(document);
      document.protect(policy);
      document.save(
          bytes,
          compressed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
    }
    return bytes.toByteArray();
  }

  private void refused(byte[] file, Reason... reasons) {
    long before = System.nanoTime();
    assertThatThrownBy(() -> examiner.examine(file))
        .isInstanceOfSatisfying(
            NotReadable.class, refused -> assertThat(refused.reason()).isIn((Object[]) reasons));
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void what_opens_without_a_password_is_read_whatever_else_it_is_locked_against()
      throws IOException {
    byte[] open = report();
    Examination expected = examiner.examine(open);
    for (int bits : KEY_BITS) {
      for (boolean compressed : new boolean[] {true, false}) {
        Examination read = examiner.examine(locked(open, "", bits, compressed, document -> {}));
        assertThat(read.applications()).as("%d bits", bits).isEqualTo(expected.applications());
        assertThat(read.disputes()).isEqualTo(expected.disputes());
        assertThat(read.findings()).isEqualTo(expected.findings());
        assertThat(read.origin()).isEqualTo(expected.origin());
      }
    }
  }

  @Test
  void what_takes_a_password_is_told_so() throws IOException {
    byte[] open = report();
    for (int bits : KEY_BITS) {
      refused(locked(open, "password", bits, true, document -> {}), Reason.ENCRYPTED);
    }
    String certificates =
        "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
            + "2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n";
    for (String handler : List.of("Adobe.PubSec", "Unheard.Of")) {
      String trailer =
          "xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000056 00000 n \ntrailer<</Size"
              + " 3/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/"
              + handler
              + "/V 4/Recipients[]>>>>\nstartxref\n"
              + certificates.length()
              + "\n%%EOF";
      refused(
          (certificates + trailer).getBytes(StandardCharsets.US_ASCII),
          Reason.ENCRYPTED,
          Reason.BROKEN);
    }
  }

  @Test
  void a_bomb_is_seen_behind_the_lock() throws IOException {
    for (int bits : KEY_BITS) {
      for (boolean compressed : new boolean[] {true, false}) {
        refused(
            locked(empty(), "", bits, compressed, LockedPdfTest::addBomb),
            Reason.INFLATES_TOO_FAR,
            Reason.TOO_MUCH_WORK);
      }
      refused(
          locked(empty(), "", bits, true, LockedPdfTest::addManyObjects),
          Reason.INFLATES_TOO_FAR,
          Reason.TOO_MUCH_WORK);
    }
  }

  @Test
  void a_lock_that_is_written_so_that_it_is_not_seen_is_not_opened() throws IOException {
    String file =
        new String(locked(report(), "", 128, false, document -> {}), StandardCharsets.ISO_8859_1);
    // The cross-reference stands behind nothing that this moves, but the trailer.
    int at = file.lastIndexOf("/Encrypt");
    String hidden = file.substring(0, at) + "/#45ncrypt" + file.substring(at + 8);
    refused(hidden.getBytes(StandardCharsets.ISO_8859_1), Reason.ENCRYPTED, Reason.BROKEN);
  }

  private static byte[] empty() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  private static void addBomb(PDDocument document) {
    COSStream bomb = document.getDocument().createCOSStream();
    byte[] some = new byte[1 << 20];
    try (OutputStream content = bomb.createOutputStream(COSName.FLATE_DECODE)) {
      for (int i = 0; i < 60; i++) {
        content.write(some);
      }
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, bomb);
  }

  /** They stand in a stream that is inflated as soon as the page's content is asked for. */
  private static void addManyObjects(PDDocument document) {
    COSArray many = new COSArray();
    many.setDirect(false);
    for (int i = 0; i < 2_000_000; i++) {
      many.add(COSInteger.ONE);
    }
    document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, many);
  }
}
