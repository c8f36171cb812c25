package disclosure.report.examined;

import disclosure.report.document.office.DocxDocument;
import disclosure.report.document.print.HtmlDocument;
import disclosure.report.form.AnnualReport;
import disclosure.report.form.TestReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that somebody hands over. */
public final class TestFiles {

  /** What an archive ends with, and what stands before the name of an entry in its list. */
  private static final int END_OF_ARCHIVE = 22;

  private static final int ENTRY = 46;

  private TestFiles() {}

  /** A report that tells of 28 applications where its table has 27. */
  static byte[] contradicting() {
    return new DocxDocument()
        .render(TestReports.with(TestReports.linxian(), List.of("2024年，共收到政府信息公开申请28件。")));
  }

  /** A report in HTML. */
  public static byte[] html() {
    return html(TestReports.linxian());
  }

  /** The same of another report. */
  public static byte[] html(AnnualReport report) {
    return new HtmlDocument().render(report);
  }

  /** The same with 26 where 一 本年新收 has 27 altogether. */
  public static byte[] notAddingUp() {
    String html = new String(html(), StandardCharsets.UTF_8);
    int total = html.indexOf(">27<");
    return (html.substring(0, total) + ">26<" + html.substring(total + 4))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** An archive. */
  public static byte[] zip(Map<String, byte[]> files) {
    return zip(files, StandardCharsets.UTF_8);
  }

  /** An archive; in another writing than UTF-8, its names don't say in which. */
  static byte[] zip(Map<String, byte[]> files, Charset names) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** An archive that calls the same bytes by so many names. */
  public static byte[] overlapping(byte[] content, int names) {
    byte[] one = zip(Map.of("0000", content));
    ByteBuffer bytes = ByteBuffer.wrap(one).order(ByteOrder.LITTLE_ENDIAN);
    int end = one.length - END_OF_ARCHIVE;
    int list = bytes.getInt(end + 16);
    byte[] entry = Arrays.copyOfRange(one, list, end);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    many.write(one, 0, list);
    for (int i = 0; i < names; i++) {
      byte[] name = String.format(Locale.ROOT, "%04d", i).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(name, 0, entry, ENTRY, name.length);
      many.writeBytes(entry);
    }
    bytes.putShort(end + 8, (short) names);
    bytes.putShort(end + 10, (short) names);
    bytes.putInt(end + 12, names * entry.length);
    many.write(one, end, END_OF_ARCHIVE);
    return many.toByteArray();
  }

  /** A form as browsers send it: each part by what its disposition says. */
  @SafeVarargs
  public static byte[] form(String boundary, Map<String, byte[]>... parts) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    for (Map<String, byte[]> part : parts) {
      part.forEach(
          (disposition, content) -> {
            form.writeBytes(
                ("--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; "
                        + disposition
                        + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            form.writeBytes(content);
            form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
          });
    }
    form.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }
}
