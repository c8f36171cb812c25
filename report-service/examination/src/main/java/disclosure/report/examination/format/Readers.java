package disclosure.report.examination.format;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.NotReadable;
import disclosure.report.examination.document.PublishedDocument;
import disclosure.report.examination.office.DocxReader;
import disclosure.report.examination.office.XlsxReader;
import disclosure.report.examination.office.ZipParts;
import disclosure.report.examination.page.OfdReader;
import disclosure.report.examination.page.PdfReader;
import java.util.regex.Pattern;

/** Knows a file by its content, and reads it. */
public final class Readers {

  private static final Pattern TAG =
      Pattern.compile("(?i)</?(?:html|body|table|tr|td|p|div|span|h[1-6]|br|meta)[\\s>/]");

  private static final int ENOUGH_TAGS = 3;
  private static final int MAX_BEFORE_PDF = 1024;
  private static final double MAX_UNPRINTABLE = 0.01;

  private Readers() {}

  /**
   * A file that was read.
   *
   * @param format what it is
   * @param document what stands in it
   */
  public record ReadFile(FileFormat format, PublishedDocument document) {}

  /**
   * Reads a file.
   *
   * @throws NotReadable for a file that isn't read, with the reason
   */
  public static ReadFile read(byte[] file, Budget budget) {
    if (file.length == 0) {
      throw new NotReadable(NotReadable.Reason.EMPTY);
    }
    if (DecodedText.startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new NotReadable(NotReadable.Reason.OLD_OFFICE);
    }
    if (isPdf(file)) {
      return new ReadFile(FileFormat.PDF, PdfReader.read(file, budget));
    }
    if (DecodedText.startsWith(file, 'P', 'K', 3, 4)) {
      return packed(file, budget);
    }
    String text = DecodedText.of(file);
    if (text.isBlank()) {
      throw new NotReadable(NotReadable.Reason.EMPTY);
    }
    if (!isText(text)) {
      throw new NotReadable(NotReadable.Reason.UNKNOWN_FORMAT);
    }
    if (TAG.matcher(text).results().limit(ENOUGH_TAGS).count() == ENOUGH_TAGS) {
      return new ReadFile(FileFormat.HTML, HtmlReader.read(text, budget));
    }
    return new ReadFile(FileFormat.TXT, TextReader.read(text, budget));
  }

  private static ReadFile packed(byte[] file, Budget budget) {
    try (ZipParts parts = new ZipParts(file, budget)) {
      if (OfdReader.isOne(parts)) {
        return new ReadFile(FileFormat.OFD, OfdReader.read(parts, budget));
      }
      if (DocxReader.isOne(parts)) {
        return new ReadFile(FileFormat.DOCX, DocxReader.read(parts, budget));
      }
      if (XlsxReader.isOne(parts)) {
        return new ReadFile(FileFormat.XLSX, XlsxReader.read(parts, budget));
      }
      throw new NotReadable(NotReadable.Reason.UNKNOWN_FORMAT);
    }
  }

  private static boolean isPdf(byte[] file) {
    for (int i = 0; i < Math.min(file.length - 5, MAX_BEFORE_PDF); i++) {
      if (file[i] == '%'
          && file[i + 1] == 'P'
          && file[i + 2] == 'D'
          && file[i + 3] == 'F'
          && file[i + 4] == '-') {
        return true;
      }
    }
    return false;
  }

  private static boolean isText(String text) {
    if (text.startsWith("{\\rtf")) {
      return false;
    }
    long unprintable =
        text.chars()
            .filter(one -> one < ' ' && one != '\n' && one != '\r' && one != '\t' && one != '\f')
            .count();
    long replaced = text.chars().filter(one -> one == '\uFFFD').count();
    return unprintable + replaced <= text.length() * MAX_UNPRINTABLE;
  }
}
