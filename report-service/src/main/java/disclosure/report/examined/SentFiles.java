package disclosure.report.examined;

import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import disclosure.edge.page.UploadedForm;
import disclosure.edge.page.UploadedForm.Bounds;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Takes the files of a body: the parts of a form, or the body itself. */
public final class SentFiles {

  /** A body's: one file of the largest that is read and some more, or a few of the usual size. */
  public static final int MAX_BYTES = 24 << 20;

  private static final String MULTIPART = "multipart/form-data";
  private static final String FIELD = "file";

  /** Beside the files there may be a field for each figure of a report. */
  private static final Bounds OF_A_PROGRAM =
      new Bounds(MAX_BYTES, Examinations.MAX_FILES, Examinations.MAX_FILES + 500);

  private SentFiles() {}

  /**
   * Reads the files of a body to its end.
   *
   * @param name what the sender calls a body that is a file
   * @throws Refusal 400 for one without a file, or a form that is none; 413 for one that is too
   *     large
   */
  public static List<SentFile> of(
      InputStream body, Optional<String> contentType, Optional<String> name) throws IOException {
    return form(body, contentType, name).files();
  }

  /**
   * The same with what else a form has.
   *
   * @throws Refusal as {@link #of}
   */
  public static SentForm form(InputStream body, Optional<String> contentType, Optional<String> name)
      throws IOException {
    String type = contentType.orElse("");
    if (type.toLowerCase(Locale.ROOT).startsWith(MULTIPART)) {
      UploadedForm form = UploadedForm.of(body, type, OF_A_PROGRAM);
      return new SentForm(of(form), form.fields());
    }
    byte[] file = new Bounded(body).readAllBytes();
    if (file.length == 0) {
      throw Refusal.invalid(InputFault.BODY_REQUIRED.at(""));
    }
    return new SentForm(List.of(new SentFile(name.orElse(""), file)), Map.of());
  }

  /**
   * The files that were chosen in a form.
   *
   * @throws Refusal 400 when none was
   */
  public static List<SentFile> of(UploadedForm form) {
    List<SentFile> files =
        form.files().stream()
            .map(file -> new SentFile(file.name(), file.content(), file.part()))
            .toList();
    if (files.isEmpty()) {
      throw Refusal.invalid(InputFault.REQUIRED.at(FIELD));
    }
    return files;
  }

  /** A body that ends with a refusal when it is too large. */
  private static final class Bounded extends InputStream {

    private final InputStream body;
    private int left = MAX_BYTES;

    Bounded(InputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = body.read(into, offset, length);
      left -= Math.max(0, read);
      if (left < 0) {
        throw Refusal.byStatus(413);
      }
      return read;
    }
  }
}
