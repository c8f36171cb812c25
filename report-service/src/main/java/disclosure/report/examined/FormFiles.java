package disclosure.report.examined;

import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.common.headers.HeaderUtil;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;

/**
 * The files and fields of a form, as they come. They are kept in memory, and nothing is written to
 * a disk.
 */
final class FormFiles implements MultipartParser.PartHandler {

  private static final String FIELD = "file";
  private static final int CHUNK = 16 * 1024;
  private static final int LONGEST_BOUNDARY = 200;
  private static final int MAX_FIELDS = 500;

  private final List<SentFile> files = new ArrayList<>();
  private final Map<String, String> fields = new HashMap<>();
  private String part = "";
  private Optional<String> name = Optional.empty();
  private ByteArrayOutputStream content = new ByteArrayOutputStream(0);

  private FormFiles() {}

  /**
   * Reads a form to its end; of fields without a file, what comes after the five hundredth is
   * passed over.
   *
   * @throws Refusal 400 for a form that is none, that holds no file, or too many
   */
  static SentForm of(InputStream body, String contentType) throws IOException {
    FormFiles form = new FormFiles();
    MultipartParser.ParseState parser =
        MultipartParser.beginParse(form, boundary(contentType), StandardCharsets.UTF_8.name());
    byte[] chunk = new byte[CHUNK];
    for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
      parse(parser, ByteBuffer.wrap(chunk, 0, read));
    }
    if (!parser.isComplete()) {
      throw malformed();
    }
    if (form.files.isEmpty()) {
      throw Refusal.invalid(InputFault.REQUIRED.at(FIELD));
    }
    return new SentForm(form.files, form.fields);
  }

  private static byte[] boundary(String contentType) {
    try {
      String boundary = HeaderUtil.extractQuotedValueFromHeader(contentType, "boundary");
      if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
        throw malformed();
      }
      return boundary.getBytes(StandardCharsets.US_ASCII);
    } catch (StringIndexOutOfBoundsException emptyOrOpen) {
      // The library reads on behind the header's end.
      throw malformed();
    }
  }

  /** What isn't a form makes the parser fail in many ways. */
  private static void parse(MultipartParser.ParseState parser, ByteBuffer chunk) {
    try {
      parser.parse(chunk);
    } catch (Refusal refusal) {
      throw refusal;
    } catch (IOException | RuntimeException noForm) {
      throw malformed();
    }
  }

  private static Refusal malformed() {
    return Refusal.invalid(InputFault.WRONG_FORM.at(""));
  }

  @Override
  public void beginPart(CaseInsensitiveMap<String> headers) {
    String disposition = headers.getFirst("Content-Disposition");
    part =
        Optional.ofNullable(disposition)
            .map(said -> HeaderUtil.extractQuotedValueFromHeader(said, "name"))
            .orElse("");
    name =
        Optional.ofNullable(disposition)
            .map(said -> HeaderUtil.extractQuotedValueFromHeaderWithEncoding(said, "filename"));
    content = new ByteArrayOutputStream();
  }

  @Override
  public void data(ByteBuffer some) {
    if (name.isPresent() || fields.size() < MAX_FIELDS) {
      byte[] bytes = new byte[some.remaining()];
      some.get(bytes);
      content.writeBytes(bytes);
    }
  }

  /** A form whose field was left empty has a file without a name and without content. */
  @Override
  public void endPart() {
    if (name.isEmpty()) {
      if (fields.size() < MAX_FIELDS) {
        fields.putIfAbsent(part, content.toString(StandardCharsets.UTF_8));
      }
      return;
    }
    if (name.get().isEmpty() && content.size() == 0) {
      return;
    }
    if (files.size() == Examinations.MAX_FILES) {
      throw tooMany();
    }
    files.add(new SentFile(name.get(), content.toByteArray(), part));
    content = new ByteArrayOutputStream(0);
  }

  static Refusal tooMany() {
    return Refusal.invalid(
        InputFault.TOO_MANY_VALUES.at(FIELD, Expected.atMost(Examinations.MAX_FILES)));
  }
}
