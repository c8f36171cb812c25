package disclosure.requests.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class NdjsonLinesProperties {

  @Property
  void every_line_that_is_not_blank_comes_back_with_its_number(
      @ForAll("lines") List<String> lines,
      @ForAll boolean carriageReturns,
      @ForAll boolean endsWithLineEnd,
      @ForAll boolean byteOrderMark)
      throws IOException {
    String end = carriageReturns ? "\r\n" : "\n";
    String sent =
        (byteOrderMark ? "\uFEFF" : "") + String.join(end, lines) + (endsWithLineEnd ? end : "");
    List<Line> expected =
        IntStream.range(0, lines.size())
            .filter(i -> !lines.get(i).isBlank())
            .mapToObj(i -> Line.of(i + 1L, lines.get(i)))
            .toList();
    assertThat(read(sent.getBytes(UTF_8))).isEqualTo(expected);
  }

  @Property(tries = 200)
  void a_line_above_the_limit_spoils_no_other(
      @ForAll @IntRange(min = -3, max = 20_000) int beyond, @ForAll boolean carriageReturns)
      throws IOException {
    String end = carriageReturns ? "\r\n" : "\n";
    String middle = "x".repeat(NdjsonLines.LIMIT + beyond);
    assertThat(read(("a" + end + middle + end + "b").getBytes(UTF_8)))
        .containsExactly(
            Line.of(1, "a"),
            beyond > 0 ? Line.unreadable(2, Line.Unreadable.TOO_LONG) : Line.of(2, middle),
            Line.of(3, "b"));
  }

  @Example
  void bytes_that_are_not_utf8_spoil_no_other_line() throws IOException {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    sent.writeBytes(new byte[] {'"', (byte) 0xC3, '"', '\n'});
    sent.writeBytes(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '\n'});
    sent.writeBytes("临".getBytes("GBK"));
    sent.writeBytes("\n\"临县\"\n".getBytes(UTF_8));
    assertThat(read(sent.toByteArray()))
        .containsExactly(
            Line.unreadable(1, Line.Unreadable.NOT_UTF8),
            Line.unreadable(2, Line.Unreadable.NOT_UTF8),
            Line.unreadable(3, Line.Unreadable.NOT_UTF8),
            Line.of(4, "\"临县\""));
  }

  @Example
  void a_line_of_any_length_is_skipped() throws IOException {
    InputStream sent =
        new SequenceInputStream(
            new LongLine(256 << 20), new ByteArrayInputStream("\n{}".getBytes(UTF_8)));
    NdjsonLines lines = new NdjsonLines(sent);
    assertThat(lines.next()).contains(Line.unreadable(1, Line.Unreadable.TOO_LONG));
    assertThat(lines.next()).contains(Line.of(2, "{}"));
    assertThat(lines.next()).isEmpty();
  }

  @Provide
  Arbitrary<List<String>> lines() {
    Arbitrary<String> line =
        Arbitraries.oneOf(
            Arbitraries.strings().withChars("ab临\u3000 \t{}\"😀".toCharArray()).ofMaxLength(12),
            Arbitraries.strings().withCharRange('a', 'z').ofMinLength(8_000).ofMaxLength(9_000));
    return line.map(NdjsonLinesProperties::withoutLoneSurrogates).list().ofMaxSize(12);
  }

  private static String withoutLoneSurrogates(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  private static List<Line> read(byte[] sent) throws IOException {
    NdjsonLines lines = new NdjsonLines(new ByteArrayInputStream(sent));
    List<Line> all = new ArrayList<>();
    for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      all.add(line.get());
    }
    return all;
  }

  /** So many bytes without a line's end. */
  private static final class LongLine extends InputStream {
    private long left;

    LongLine(long length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int now = (int) Math.min(length, left);
      java.util.Arrays.fill(into, offset, offset + now, (byte) 'x');
      left -= now;
      return now;
    }
  }
}
