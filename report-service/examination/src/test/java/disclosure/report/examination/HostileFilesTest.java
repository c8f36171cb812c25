package disclosure.report.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.report.examination.document.Limits;
import disclosure.report.examination.document.NotReadable;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files made to take memory, time or what isn't theirs. */
@Timeout(60)
class HostileFilesTest {

  private static final com.sun.management.ThreadMXBean ALLOCATED =
      ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);

  private final Examiner examiner = new Examiner(Limits.USUAL);

  private void refused(byte[] file, NotReadable.Reason... reasons) {
    long before = System.nanoTime();
    assertThatThrownBy(() -> examiner.examine(file))
        .isInstanceOfSatisfying(
            NotReadable.class, refused -> assertThat(refused.reason()).isIn((Object[]) reasons));
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void what_is_empty_or_of_another_kind_is_refused() {
    refused(new byte[0], NotReadable.Reason.EMPTY);
    refused("  \n".getBytes(StandardCharsets.UTF_8), NotReadable.Reason.EMPTY);
    byte[] old = new byte[600];
    System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, old, 0, 4);
    refused(old, NotReadable.Reason.OLD_OFFICE);
    byte[] picture = new byte[4000];
    picture[0] = (byte) 0x89;
    refused(picture, NotReadable.Reason.UNKNOWN_FORMAT);
    refused(new byte[(20 << 20) + 1], NotReadable.Reason.TOO_LARGE);
    refused(Drawn.zip(Map.of("a.txt", "a")), NotReadable.Reason.UNKNOWN_FORMAT);
    refused("%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8), NotReadable.Reason.BROKEN);
  }

  @Test
  void a_bomb_in_a_package_is_refused() {
    refused(
        Drawn.zip(Map.of("word/document.xml", "<w>" + " ".repeat(150_000_000) + "</w>")),
        NotReadable.Reason.INFLATES_TOO_FAR,
        NotReadable.Reason.TOO_MUCH_WORK);
  }

  @Test
  void entities_are_refused_and_nothing_outside_is_read() {
    for (String type :
        new String[] {
          "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
          "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>",
          "<!DOCTYPE w SYSTEM \"http://localhost:9/none.dtd\">"
        }) {
      refused(
          Drawn.zip(
              Map.of(
                  "word/document.xml",
                  "<?xml version=\"1.0\"?>" + type + "<w><p><t>&a;</t></p></w>")),
          NotReadable.Reason.BROKEN);
    }
  }

  @Test
  void what_is_nested_without_end_is_refused() {
    refused(
        utf8("<html><body>" + "<div>".repeat(100_000) + "一</body></html>"),
        NotReadable.Reason.TOO_MUCH_WORK);
    refused(
        utf8("<html><body>" + "<table><tr><td>".repeat(20_000) + "一"),
        NotReadable.Reason.TOO_MUCH_WORK);
    refused(
        Drawn.zip(Map.of("word/document.xml", "<w>".repeat(50_000) + "</w>".repeat(50_000))),
        NotReadable.Reason.TOO_MUCH_WORK);
  }

  @Test
  void a_page_of_many_rows_ends() {
    refused(
        utf8(
            "<table>"
                + "<tr><td rowspan=65000 colspan=1000>0<td>1<td>2<td>3<td>4<td>5".repeat(50_000)
                + "</table>"),
        NotReadable.Reason.NO_REPORT,
        NotReadable.Reason.TOO_MUCH_WORK);
  }

  @Test
  void a_pdf_of_a_million_objects_is_refused() {
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    for (int i = 1; i < 400_000; i++) {
      pdf.append(i).append(" 0 obj\n<<>>\nendobj\n");
    }
    refused(
        pdf.append("trailer<</Root 1 0 R>>\n%%EOF").toString().getBytes(StandardCharsets.US_ASCII),
        NotReadable.Reason.TOO_MUCH_WORK);
  }

  @Test
  void a_pdf_whose_pages_lead_back_to_themselves_ends() {
    refused(
        pdf(
            "<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 3>>",
            "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9>>",
            ""),
        NotReadable.Reason.NO_TEXT,
        NotReadable.Reason.BROKEN,
        NotReadable.Reason.TOO_MUCH_WORK);
  }

  @Test
  void a_pdf_whose_streams_inflate_too_far_is_refused() throws IOException {
    String bomb = deflated(new byte[60_000_000]);
    refused(
        pdf(
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
            "4 0 obj\n<</Filter/FlateDecode/Length "
                + bomb.length()
                + ">>\nstream\n"
                + bomb
                + "\nendstream\nendobj\n"),
        NotReadable.Reason.INFLATES_TOO_FAR);
    refused(
        pdf(
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
            "4 0 obj\n"
                + "<</Filter[/FlateDecode/FlateDecode]/Length 9>>\n"
                + "stream\n"
                + "xxxxxxxxx\n"
                + "endstream\n"
                + "endobj\n"),
        NotReadable.Reason.INFLATES_TOO_FAR);
  }

  @Test
  void a_pdf_whose_forms_draw_each_other_ever_more_often_is_refused() {
    StringBuilder objects = new StringBuilder();
    for (int i = 4; i < 40; i++) {
      String content = i == 4 || i < 39 ? "/A Do /A Do /A Do /A Do" : "0 0 m";
      objects
          .append(i)
          .append(" 0 obj\n<<")
          .append(i == 4 ? "" : "/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
          .append("/Resources<</XObject<</A ")
          .append(i + 1)
          .append(" 0 R>>>>/Length ")
          .append(content.length())
          .append(">>\nstream\n")
          .append(content)
          .append("\nendstream\nendobj\n");
    }
    refused(
        pdf(
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</A 5 0"
                + " R>>>>>>",
            objects.toString()),
        NotReadable.Reason.TOO_MUCH_WORK,
        NotReadable.Reason.NO_TEXT);
  }

  @Test
  void a_pdf_that_draws_too_much_is_refused() {
    refused(drawing("q ".repeat(1_000_000)), NotReadable.Reason.TOO_MUCH_WORK);
    refused(drawing("0 0 m ".repeat(1_000_000)), NotReadable.Reason.TOO_MUCH_WORK);
    refused(
        pdf(
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents["
                + "4 0 R ".repeat(20_000)
                + "]>>",
            "4 0 obj\n<</Length 300000>>\nstream\n"
                + " ".repeat(300_000)
                + "\nendstream\nendobj\n"),
        NotReadable.Reason.TOO_MUCH_WORK);
    refused(
        pdf(
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</A 5 0"
                + " R>>>>>>",
            "4 0 obj\n<</Length 5>>\nstream\n/A Do\nendstream\nendobj\n"
                + "5 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 6000000>>\nstream\n"
                + "0 0 m ".repeat(1_000_000)
                + "\nendstream\nendobj\n"),
        NotReadable.Reason.TOO_MUCH_WORK);
  }

  @Test
  void a_pdf_whose_operands_are_nested_without_end_is_refused() {
    for (String open : new String[] {"[", "<<", "<</A["}) {
      refused(
          drawing(open.repeat(500_000)),
          NotReadable.Reason.TOO_MUCH_WORK,
          NotReadable.Reason.BROKEN,
          NotReadable.Reason.NO_TEXT);
    }
    refused(
        pdf(
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
            "4 0 obj\n" + "[".repeat(500_000) + "\nendobj\n"),
        NotReadable.Reason.TOO_MUCH_WORK,
        NotReadable.Reason.BROKEN,
        NotReadable.Reason.NO_TEXT);
  }

  private byte[] drawing(String content) {
    return withStream("/Length " + content.length(), "stream\n" + content);
  }

  private byte[] withStream(String dictionary, String content) {
    return pdf(
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        "4 0 obj\n<<" + dictionary + ">>\n" + content + "\nendstream\nendobj\n");
  }

  @Test
  void filters_that_are_hidden_are_seen() throws IOException {
    String bomb = deflated(new byte[60_000_000]);
    String length = "/Length " + bomb.length();
    refused(
        withStream("/Filter/FlateDecode" + length, "stream \n" + bomb),
        NotReadable.Reason.INFLATES_TOO_FAR);
    refused(
        withStream("/Filter/FlateDecode" + length, "stream\n\0\0" + bomb.substring(2)),
        NotReadable.Reason.INFLATES_TOO_FAR);
    refused(
        withStream("/Filter 5 0 R" + length, "stream\n" + bomb),
        NotReadable.Reason.INFLATES_TOO_FAR);
    refused(
        withStream("/Filter[/FlateDecode%\n/FlateDecode]/Length 9", "stream\nxxxxxxxxx"),
        NotReadable.Reason.INFLATES_TOO_FAR);
    refused(
        withStream(
            "/Filter[/FlateDecode/FlateDecode]/A(" + "x".repeat(5_000) + ")/Length 9",
            "stream\nxxxxxxxxx"),
        NotReadable.Reason.INFLATES_TOO_FAR);
    refused(
        withStream("/Filter[/FlateDecode/FlateDecode]/A(obj)/Length 9", "stream\nxxxxxxxxx"),
        NotReadable.Reason.INFLATES_TOO_FAR);
  }

  @Test
  void words_that_look_like_streams_are_counted() {
    refused(
        ("%PDF-1.4\n" + "stream\n".repeat(2_900_000)).getBytes(StandardCharsets.US_ASCII),
        NotReadable.Reason.TOO_MUCH_WORK);
  }

  @Test
  void what_is_kept_is_counted() {
    refused(
        Drawn.zip(
            Map.of(
                "word/document.xml",
                "<w><tbl><tr>" + "<tc/>".repeat(15_000_000) + "</tr></tbl></w>")),
        NotReadable.Reason.TOO_MUCH_WORK);
    refused(
        Drawn.zip(
            Map.of(
                "word/document.xml",
                "<w><tbl>" + "<tr><tc/><tc/></tr>".repeat(1_000_000) + "</tbl></w>")),
        NotReadable.Reason.TOO_MUCH_WORK);
    refused(
        utf8("<html><body><table>" + "<p>a".repeat(4_900_000)), NotReadable.Reason.TOO_MUCH_WORK);
  }

  @Test
  void cells_that_go_on_over_many_rows_are_read_row_by_row() {
    String row = "<tr>" + "<tc><vMerge/></tc>".repeat(20) + "</tr>";
    long before = System.nanoTime();
    refused(
        Drawn.zip(
            Map.of(
                "word/document.xml",
                "<w><tbl>" + row.repeat(25_000) + "</tbl><p><t>一</t></p></w>")),
        NotReadable.Reason.NO_REPORT,
        NotReadable.Reason.TOO_MUCH_WORK);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void rows_of_many_words_like_labels_are_counted() {
    String row = "<tr>" + "<td>本机关丕掌握栩关".repeat(40) + "<td>1<td>2<td>3<td>4<td>5<td>6<td>7";
    long before = System.nanoTime();
    refused(
        utf8("<html><body><table>" + row.repeat(1_500) + "</table>"),
        NotReadable.Reason.NO_REPORT,
        NotReadable.Reason.TOO_MUCH_WORK);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void a_part_packed_in_another_way_is_refused() {
    byte[] file = Drawn.zip(Map.of("word/document.xml", "<w/>"));
    for (byte method : new byte[] {95, 93, 12, 14, 9, 1}) {
      byte[] other = file.clone();
      for (int i = 0; i + 12 < other.length; i++) {
        if (other[i] == 'P' && other[i + 1] == 'K' && other[i + 2] == 3 && other[i + 3] == 4) {
          other[i + 8] = method;
        } else if (other[i] == 'P' && other[i + 1] == 'K' && other[i + 2] == 1) {
          other[i + 10] = method;
        }
      }
      refused(other, NotReadable.Reason.BROKEN);
    }
  }

  private static byte[] pdf(String pages, String page, String more) {
    return ("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n"
            + pages
            + "\nendobj\n3 0 obj\n"
            + page
            + "\nendobj\n"
            + more
            + "trailer<</Root 1 0 R>>\n%%EOF")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String deflated(byte[] content) throws IOException {
    Arrays.fill(content, (byte) ' ');
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(bytes)) {
      deflating.write(content);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void texts_of_bars_and_of_empty_lines_end() {
    refused(utf8("| 甲乙 |\n| 丙丁 |\n" + "0 |\n".repeat(1_500)), NotReadable.Reason.NO_REPORT);
    refused(utf8("| 甲乙 |\n| 丙丁 |\n" + "0 |\n".repeat(50_000)), NotReadable.Reason.TOO_MUCH_WORK);
    refused(utf8("|\n".repeat(9_000_000)), NotReadable.Reason.TOO_MUCH_WORK);
    refused(utf8("|".repeat(19_000_000)), NotReadable.Reason.TOO_MUCH_WORK);
    refused(utf8("\n".repeat(19_000_000)), NotReadable.Reason.EMPTY);
    refused(
        utf8("第二十条 本年新收 上年结转 予以公开 结转下年 尚未审结 " + " 0".repeat(9_000_000)),
        NotReadable.Reason.TOO_MUCH_WORK);
  }

  /** Whatever becomes of it, in some seconds of a processor. */
  private void ends(byte[] file) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    try {
      examiner.examine(file);
    } catch (NotReadable refused) {
      assertThat(refused.reason()).isNotNull();
    }
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before))
        .isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void what_takes_ever_more_time_with_its_length_ends_soon() {
    ends(utf8("一、总体情况\n| " + " ".repeat(160_000) + "x |\n二、主动公开政府信息情况\n"));
    ends(
        utf8(
            "第二十条 本年新收 上年结转 予以公开 结转下年 尚未审结 一、总体情况 " + "字".repeat(500) + " ".repeat(160_000) + "x"));
    ends(
        utf8(
            "<html><body><p>一、总体情况</p><p style=\""
                + "text-decoration:".repeat(40_000)
                + "\">x</p>"));
    ends(
        withStream(
            "/Length 400100",
            "stream\nbegincmap 1 beginbfchar <01> <0041> endbfchar " + "(".repeat(400_000)));
    ends(withStream("/Q(/Filter[" + "1".repeat(60_000) + ")/Length 3", "stream\nabc"));
    ends(utf8("四、政府信息公开行政复议、行政诉讼情况\n" + "中1\t".repeat(40_000)));
    ends(utf8("四、政府信息公开行政复议、行政诉讼情况\n" + ("中1\t".repeat(300) + "\n").repeat(1_000)));
    ends(utf8("五、存在的主要问题及改进情况\n".repeat(200_000)));
    ends(utf8("1".repeat(19_000_000)));
    ends(utf8("四、政府信息公开行政复议、行政诉讼情况\n" + "新收申请1件，".repeat(700_000)));
    ends(utf8("四、政府信息公开行政复议、行政诉讼情况\n" + "（".repeat(5_000_000)));
    ends(utf8(("（".repeat(1_000) + "\n").repeat(5_000)));
  }

  @Test
  void short_lines_without_end_are_refused_before_they_take_the_heap() {
    refused(utf8("\r\n--B".repeat(1_000_000)), NotReadable.Reason.TOO_MUCH_WORK);
    refused(utf8("<p>一".repeat(1_000_000)), NotReadable.Reason.TOO_MUCH_WORK);
  }

  @Test
  void what_a_page_draws_is_measured_in_every_encoding() throws IOException {
    byte[] texts = "()() ".repeat(6_000_000).getBytes(StandardCharsets.US_ASCII);
    String deflated = asDeflated(texts);
    NotReadable.Reason[] reasons = {
      NotReadable.Reason.TOO_MUCH_WORK, NotReadable.Reason.INFLATES_TOO_FAR
    };
    refused(encoded("/ASCII85Decode/FlateDecode", ascii85(deflated)), reasons);
    refused(encoded("/A85/Fl", ascii85(deflated)), reasons);
    refused(encoded("/ASCIIHexDecode/FlateDecode", hex(deflated)), reasons);
    refused(encoded("/LZWDecode", lzw()), reasons);
    refused(encoded("/ASCII85Decode/LZWDecode", ascii85(lzw())), reasons);
    refused(encoded("/RunLengthDecode", "\u00811".repeat(45_000) + "\u0080"), reasons);
    String part = ascii85(asDeflated(" ".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII)));
    refused(
        pdf(
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents[" + "4 0 R ".repeat(50) + "]>>",
            stream(4, "/Filter[/ASCII85Decode/FlateDecode]", part)),
        reasons);
    refused(
        pdf(
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</A 5 0"
                + " R>>>>>>",
            stream(4, "", "/A Do")
                + stream(
                    5, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter[/AHx/Fl]", hex(deflated))),
        reasons);
  }

  @Test
  void operands_without_an_operator_are_counted() {
    for (String operand : new String[] {"()", "[]", "<>", "/a ", "1.5 ", "<</a/b>>"}) {
      String many = operand.repeat(3_900_000 / operand.length());
      refused(drawing(many), NotReadable.Reason.TOO_MUCH_WORK);
      refused(drawing("[" + many + "]TJ"), NotReadable.Reason.TOO_MUCH_WORK);
    }
  }

  @Test
  void objects_that_stand_in_the_file_are_counted() {
    for (String object : new String[] {"()", "[]", "<<>>", "1.5 ", "/a", "<</a()>>"}) {
      refused(
          pdf(
              "<</Type/Pages/Kids[3 0 R]/Count 1>>",
              "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
              "4 0 obj\n[" + object.repeat(18_000_000 / object.length()) + "]\nendobj\n"),
          NotReadable.Reason.TOO_MUCH_WORK);
    }
  }

  @Test
  void rows_that_are_put_together_again_are_short() throws IOException {
    String content = asDeflated("q Q ".repeat(100).getBytes(StandardCharsets.US_ASCII));
    for (String parameters :
        new String[] {
          "/DecodeParms<</Predictor 12/Columns 400000000>>",
          "/DP<</Predictor 12/Columns 400000000>>",
          "/DecodeParms<</Predictor 2/Colors 32/BitsPerComponent 16/Columns 4000000>>",
          "/DecodeParms<</Predictor 12/Columns 5 0 R>>",
          "/DecodeParms 5 0 R",
          "/DecodeParms<</Predictor 2/Columns 4/Colors 4611686018427387904>>"
        }) {
      refused(
          pdf(
              "<</Type/Pages/Kids[3 0 R]/Count 1>>",
              "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
              stream(4, "/Filter/FlateDecode" + parameters, content)
                  + "5 0 obj\n400000000\nendobj\n"),
          NotReadable.Reason.INFLATES_TOO_FAR);
    }
  }

  @Test
  void nothing_that_says_it_is_a_picture_is_decoded() throws IOException {
    ByteArrayOutputStream small = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY), "jpeg", small);
    byte[] picture = small.toByteArray();
    int size = 0;
    while ((picture[size] & 0xFF) != 0xFF || (picture[size + 1] & 0xFF) != 0xC0) {
      size++;
    }
    for (int side = size + 5; side < size + 9; side += 2) {
      picture[side] = 15_000 >> 8;
      picture[side + 1] = (byte) 15_000;
    }
    String content = new String(picture, StandardCharsets.ISO_8859_1);
    for (String filter : new String[] {"/DCTDecode", "[/ASCIIHexDecode/DCT]"}) {
      long before = ALLOCATED.getCurrentThreadAllocatedBytes();
      refused(
          pdf(
              "<</Type/Pages/Kids[3 0 R]/Count 1>>",
              "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
              stream(
                  4,
                  "/Subtype/Image/Filter" + filter,
                  filter.equals("/DCTDecode") ? content : hex(content))),
          NotReadable.Reason.NO_TEXT,
          NotReadable.Reason.BROKEN);
      assertThat(ALLOCATED.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000_000);
    }
  }

  @Test
  void maps_of_characters_are_measured_in_every_encoding() throws IOException {
    String map = "1 beginbfrange <00000000> <00FFFFFF> <0020> endbfrange";
    for (String stream :
        new String[] {
          stream(6, "", map),
          stream(6, "/Filter/ASCIIHexDecode", hex(map)),
          stream(
              6,
              "/Filter[/ASCII85Decode/FlateDecode]",
              ascii85(asDeflated(map.getBytes(StandardCharsets.US_ASCII))))
        }) {
      refused(
          pdf(
              "<</Type/Pages/Kids[3 0 R]/Count 1>>",
              "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F 5 0"
                  + " R>>>>>>",
              stream(4, "", "BT /F 9 Tf (a) Tj ET")
                  + "5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0"
                  + " R>>\nendobj\n"
                  + stream),
          NotReadable.Reason.TOO_MUCH_WORK);
    }
  }

  @Test
  void streams_that_tell_of_objects_are_measured_before_they_are_read() throws IOException {
    NotReadable.Reason[] reasons = {
      NotReadable.Reason.TOO_MUCH_WORK, NotReadable.Reason.INFLATES_TOO_FAR
    };
    byte[] places = new byte[30_000_000];
    Arrays.fill(places, (byte) 1);
    for (String type : new String[] {"/Type/XRef", ""}) {
      refused(
          indexed(
              "",
              type
                  + "/W[1 2 1]/Index[0 9000000]/Size 9000000"
                  + "/Filter[/ASCII85Decode/FlateDecode]",
              ascii85(asDeflated(places))),
          reasons);
      refused(
          indexed(
              "",
              type + "/W[0 1 0]/Index[0 2900000]/Size 2900000/Filter/FlateDecode",
              asDeflated(Arrays.copyOf(places, 2_900_000))),
          reasons);
    }
    refused(
        indexed(
            "5 0 obj\n[0 1 0]\nendobj\n",
            "/W 5 0 R/Index[0 2900000]/Size 2900000/Filter/FlateDecode",
            asDeflated(Arrays.copyOf(places, 2_900_000))),
        NotReadable.Reason.BROKEN);
    for (String object : new String[] {"()", "[]", "/a "}) {
      byte[] objects =
          ("1 0 [" + object.repeat(30_000_000 / object.length()))
              .getBytes(StandardCharsets.US_ASCII);
      for (String type : new String[] {"/Type/ObjStm", ""}) {
        refused(
            catalogIn(type + "/Filter[/ASCIIHexDecode/FlateDecode]", hex(asDeflated(objects))),
            reasons);
        refused(
            catalogIn(type + "/Filter/FlateDecode", asDeflated(Arrays.copyOf(objects, 2_900_000))),
            reasons);
      }
    }
  }

  @Test
  void what_rebuilding_a_file_parses_is_counted_and_measured() throws IOException {
    NotReadable.Reason[] reasons = {
      NotReadable.Reason.TOO_MUCH_WORK, NotReadable.Reason.INFLATES_TOO_FAR
    };
    String pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
    String page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>";
    String many = "/A[" + "[]".repeat(1_500_000) + "]";
    refused(pdf(pages, page, "trailer<<" + many + "/Root 1 0 R>>\n"), reasons);
    String objects = "/Type/ObjStm/N 1/First 4";
    refused(pdf(pages, page, stream(5, objects + many, "9 0 1")), reasons);
    refused(pdf(pages, page, stream(5, objects + "/Filter/LZWDecode", lzw())), reasons);
    byte[] inflated = ("9 0 [" + "[]".repeat(15_000_000)).getBytes(StandardCharsets.US_ASCII);
    refused(
        pdf(
            pages,
            page,
            stream(5, objects + "/Filter[/ASCIIHexDecode/FlateDecode]", hex(asDeflated(inflated)))),
        reasons);
    for (String word : new String[] {"trailer\n", "%%EOF 1\n", " xref\n", "/XRef\n", "/ObjStm\n"}) {
      refused(pdf(pages, page, word.repeat(19_000_000 / word.length())), reasons);
    }
  }

  /** A file whose first object, its catalogue, is in a stream of objects. */
  private static byte[] catalogIn(String dictionary, String objects) {
    String streams = stream(2, "/N 1/First 4" + dictionary, objects);
    int at = "%PDF-1.7\n".length();
    int after = at + streams.length();
    return indexed(
        streams,
        "/Type/XRef/W[1 4 1]/Index[1 3]/Size 4",
        place(2, 2) + place(1, at) + place(1, after));
  }

  private static String place(int kind, int at) {
    return new String(
        new char[] {
          (char) kind,
          (char) (at >> 24 & 0xFF),
          (char) (at >> 16 & 0xFF),
          (char) (at >> 8 & 0xFF),
          (char) (at & 0xFF),
          0
        });
  }

  private static byte[] indexed(String objects, String dictionary, String places) {
    String head = "%PDF-1.7\n" + objects;
    return (head
            + stream(3, "/Root 1 0 R" + dictionary, places)
            + "startxref\n"
            + head.length()
            + "\n%%EOF")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private byte[] encoded(String filters, String content) {
    assertThat(content.length()).isLessThan(100_000);
    return withStream("/Filter[" + filters + "]/Length " + content.length(), "stream\n" + content);
  }

  private static String stream(int number, String dictionary, String content) {
    return number
        + " 0 obj\n<<"
        + dictionary
        + "/Length "
        + content.length()
        + ">>\nstream\n"
        + content
        + "\nendstream\nendobj\n";
  }

  private static String asDeflated(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(bytes)) {
      deflating.write(content);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private static String hex(String bytes) {
    return HexFormat.of().formatHex(bytes.getBytes(StandardCharsets.ISO_8859_1)) + ">";
  }

  private static String ascii85(String bytes) {
    StringBuilder text = new StringBuilder();
    String padded = bytes + "\0".repeat(Math.floorMod(-bytes.length(), 4));
    for (int i = 0; i < padded.length(); i += 4) {
      long four = 0;
      for (int k = 0; k < 4; k++) {
        four = four << 8 | padded.charAt(i + k);
      }
      for (long power = 85L * 85 * 85 * 85; power > 0; power /= 85) {
        text.append((char) ('!' + four / power % 85));
      }
    }
    return text.append("~>").toString();
  }

  /**
   * Seven million spaces in six thousand bytes: each code is one space longer than the one before.
   */
  private static String lzw() {
    StringBuilder bits = new StringBuilder();
    bits(bits, 256, 9);
    bits(bits, ' ', 9);
    for (int code = 258; code < 4_090; code++) {
      bits(bits, code, code < 511 ? 9 : code < 1_023 ? 10 : code < 2_047 ? 11 : 12);
    }
    bits(bits, 257, 12);
    bits.append("0".repeat(Math.floorMod(-bits.length(), 8)));
    StringBuilder bytes = new StringBuilder();
    for (int i = 0; i < bits.length(); i += 8) {
      bytes.append((char) Integer.parseInt(bits.substring(i, i + 8), 2));
    }
    return bytes.toString();
  }

  private static void bits(StringBuilder bits, int code, int width) {
    for (int i = width - 1; i >= 0; i--) {
      bits.append(code >> i & 1);
    }
  }

  @Test
  void what_was_left_open_takes_no_heap_wherever_a_block_begins() {
    StringBuilder open = new StringBuilder("<html><body><div>");
    for (int i = 0; i < 40; i++) {
      open.append("<b title=").append(i).append('>');
    }
    byte[] page = utf8(open + "</div>" + "<div>x</div>".repeat(400_000));
    long before = ALLOCATED.getCurrentThreadAllocatedBytes();
    refused(page, NotReadable.Reason.TOO_MUCH_WORK);
    assertThat(ALLOCATED.getCurrentThreadAllocatedBytes() - before).isLessThan(250_000_000);
  }
}
