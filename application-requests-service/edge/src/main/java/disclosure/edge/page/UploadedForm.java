package disclosure.edge.page;

import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.common.headers.HeaderUtil;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;

/**
 * A form with files as browsers and programs send it: {@code multipart/form-data} (RFC 7578) in
 * UTF-8. It is held in memory until it is answered, and written nowhere.
 */
public final class UploadedForm {

  /** What may come beside the file. */
  private static final int MAX_BESIDE = 64 << 10;

  private static final int MAX_PARTS = 50;
  private static final int CHUNK = 16 << 10;
  private static final int LONGEST_BOUNDARY = 200;

  private final Bounds bounds;
  private final Optional<OutputStream> sink;
  private final List<Part> parts = new ArrayList<>();
  private int files;
  private Optional<RuntimeException> failure = Optional.empty();

  private UploadedForm(Bounds bounds, Optional<OutputStream> sink) {
    this.bounds = bounds;
    this.sink = sink;
  }

  /**
   * What a form may have.
   *
   * @param bytes the whole body
   * @param files chosen ones
   * @param parts with the files
   */
  public record Bounds(long bytes, int files, int parts) {}

  /**
   * A file that was chosen.
   *
   * @param part what its part of the form is called
   * @param name what it is called at the sender's; may be empty where a program sends it
   * @param content must not be changed
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Uploaded(String part, String name, byte[] content) {

    /** Without what was sent, which may be about a person. */
    @Override
    public String toString() {
      return "Uploaded[" + part + "]";
    }
  }

  /**
   * A part of the form.
   *
   * @param file what the file is called at the sender's; empty for what is no file
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Part(String name, Optional<String> file, byte[] content) {

    /** Where none is chosen, a browser sends a file without a name and without content. */
    boolean isChosen() {
      return file.filter(called -> !called.isEmpty() || content.length > 0).isPresent();
    }

    /** A file may be in whatever it is in. */
    boolean isGarbled() {
      return PostedForm.isGarbled(name)
          || file.isEmpty() && PostedForm.isGarbled(new String(content, StandardCharsets.UTF_8));
    }
  }

  /**
   * Reads the body of a form with one file.
   *
   * @param maxFile how many bytes the file may have; what comes beside it is bounded as well
   * @throws Refusal 400 when it is malformed, 413 when it is longer
   */
  public static UploadedForm of(InputStream body, String contentType, int maxFile)
      throws IOException {
    return of(body, contentType, new Bounds(maxFile + (long) MAX_BESIDE, MAX_PARTS, MAX_PARTS));
  }

  /**
   * Reads the body.
   *
   * @throws Refusal 400 when it is malformed, or has too many files, with the name of the one too
   *     many; 413 when it is longer
   */
  public static UploadedForm of(InputStream body, String contentType, Bounds bounds)
      throws IOException {
    return of(body, contentType, bounds, Optional.empty());
  }

  /**
   * Reads the body of a form whose file is too large for memory.
   *
   * @param sink what the file is written to as it comes; its content is empty here
   * @throws Refusal as {@link #of(InputStream, String, Bounds)}; whatever the sink throws
   */
  public static UploadedForm of(
      InputStream body, String contentType, Bounds bounds, OutputStream sink) throws IOException {
    return of(body, contentType, bounds, Optional.of(sink));
  }

  private static UploadedForm of(
      InputStream body, String contentType, Bounds bounds, Optional<OutputStream> sink)
      throws IOException {
    UploadedForm form = new UploadedForm(bounds, sink);
    MultipartParser.ParseState parser =
        MultipartParser.beginParse(
            form.new Parts(), boundary(contentType), StandardCharsets.UTF_8.name());
    byte[] chunk = new byte[CHUNK];
    long came = 0;
    for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
      came += read;
      if (came > bounds.bytes()) {
        throw Refusal.byStatus(413);
      }
      form.parse(parser, ByteBuffer.wrap(chunk, 0, read));
    }
    if (!parser.isComplete()) {
      throw malformed();
    }
    return form;
  }

  private static byte[] boundary(String contentType) {
    String boundary;
    try {
      boundary = HeaderUtil.extractQuotedValueFromHeader(contentType, "boundary");
    } catch (IndexOutOfBoundsException nothingAfterIt) {
      throw malformed();
    }
    if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) {
      throw malformed();
    }
    return boundary.getBytes(StandardCharsets.US_ASCII);
  }

  /** What isn't a form makes the parser fail in many ways. */
  private void parse(MultipartParser.ParseState parser, ByteBuffer chunk) {
    try {
      parser.parse(chunk);
    } catch (Refusal refusal) {
      throw refusal;
    } catch (IOException | RuntimeException noForm) {
      throw failure.orElseGet(UploadedForm::malformed);
    }
  }

  private static Refusal malformed() {
    return Refusal.invalid(InputFault.WRONG_FORM.at(""));
  }

  /** The parts as they come. */
  private final class Parts implements MultipartParser.PartHandler {

    private Optional<String> name = Optional.empty();
    private Optional<String> file = Optional.empty();
    private ByteArrayOutputStream content = new ByteArrayOutputStream(0);

    @Override
    public void beginPart(CaseInsensitiveMap<String> headers) {
      Optional<String> said = Optional.ofNullable(headers.getFirst("Content-Disposition"));
      name = said.map(text -> HeaderUtil.extractQuotedValueFromHeader(text, "name"));
      file =
          said.map(text -> HeaderUtil.extractQuotedValueFromHeaderWithEncoding(text, "filename"));
      content = new ByteArrayOutputStream();
    }

    @Override
    public void data(ByteBuffer some) throws IOException {
      byte[] bytes = new byte[some.remaining()];
      some.get(bytes);
      if (file.isEmpty() || sink.isEmpty()) {
        content.writeBytes(bytes);
        return;
      }
      try {
        sink.get().write(bytes);
      } catch (RuntimeException failed) {
        failure = Optional.of(failed);
        throw failed;
      }
    }

    @Override
    public void endPart() {
      if (name.isEmpty() || parts.size() == bounds.parts()) {
        throw malformed();
      }
      Part part = new Part(name.get(), file, content.toByteArray());
      if (part.isGarbled()) {
        throw Refusal.invalid(
            InputFault.NOT_UTF8.at(PostedForm.isGarbled(part.name()) ? "" : part.name()));
      }
      content = new ByteArrayOutputStream(0);
      if (part.isChosen()) {
        files++;
        if (files > bounds.files()) {
          throw Refusal.invalid(
              InputFault.TOO_MANY_VALUES.at(part.name(), Expected.atMost(bounds.files())));
        }
      }
      parts.add(part);
    }
  }

  /** The files that were chosen, as they came. */
  public List<Uploaded> files() {
    return parts.stream()
        .filter(Part::isChosen)
        .map(part -> new Uploaded(part.name(), part.file().orElseThrow(), part.content()))
        .toList();
  }

  /** What was filled in, by its name; of several of one name, the first. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    parts.stream()
        .filter(part -> part.file().isEmpty())
        .forEach(
            part ->
                fields.putIfAbsent(
                    part.name(), new String(part.content(), StandardCharsets.UTF_8)));
    return fields;
  }

  /** What was filled in first under the name; empty for a field that wasn't sent. */
  public Optional<String> first(String name) {
    return parts.stream()
        .filter(part -> part.file().isEmpty() && part.name().equals(name))
        .findFirst()
        .map(part -> new String(part.content(), StandardCharsets.UTF_8));
  }

  /** What the file was called that was chosen under the name; empty when none was. */
  public Optional<String> fileName(String name) {
    return file(name).flatMap(Part::file);
  }

  /** The file that was chosen under the name; empty when none was. */
  public Optional<InputStream> content(String name) {
    return file(name).map(part -> new ByteArrayInputStream(part.content()));
  }

  private Optional<Part> file(String name) {
    return parts.stream()
        .filter(part -> part.name().equals(name))
        .filter(Part::isChosen)
        .findFirst();
  }

  /** Without what was sent, which may be about a person. */
  @Override
  public String toString() {
    return "UploadedForm" + parts.stream().map(Part::name).toList();
  }
}
