package disclosure.report.document.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * A PDF whose date and identifier follow from what is in it, where the libraries would take the
 * moment of writing. So the same report gives the same bytes.
 */
final class DatedPdf extends PDDocument {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Calendar date;
  private final boolean compressed;

  /**
   * An empty document.
   *
   * @param date the day it tells as that of its creation
   * @param content what will be drawn in it
   * @param compressed whether its objects are packed together; not worth it for what is read at
   *     once
   */
  DatedPdf(LocalDate date, String content, boolean compressed) {
    this.compressed = compressed;
    this.date = GregorianCalendar.from(date.atStartOfDay(ZONE));
    setDocumentId(identifier(content));
  }

  @Override
  public void setDocumentInformation(PDDocumentInformation information) {
    information.setCreationDate(date);
    super.setDocumentInformation(information);
  }

  @Override
  public void save(OutputStream output) throws IOException {
    save(
        output,
        compressed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
  }

  private static long identifier(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
