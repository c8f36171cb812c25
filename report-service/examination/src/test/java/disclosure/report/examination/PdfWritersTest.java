package disclosure.report.examination;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.examination.document.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PDFs as programs write them that are allowed more than most do, and such as came to harm. */
@Timeout(60)
class PdfWritersTest {

  private static final int COLUMNS = 60;

  private final Examiner examiner = new Examiner(Limits.USUAL);
  private final byte[] report =
      DrawnPages.pdf(Drawn.Report.of(Seed.table(), Seed.columns()), DrawnPages.Style.LINES);

  private void readAsEver(byte[] file) {
    Examination expected = examiner.examine(report);
    Examination read = examiner.examine(file);
    assertThat(read.applications()).isEqualTo(expected.applications());
    assertThat(read.disputes()).isEqualTo(expected.disputes());
    assertThat(read.findings()).isEqualTo(expected.findings());
  }

  private byte[] saved(CompressParameters how, Change change) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(report)) {
      change.change(document);
      document.save(bytes, how);
    }
    return bytes.toByteArray();
  }

  private interface Change {
    void change(PDDocument document) throws IOException;
  }

  @Test
  void how_a_stream_is_decoded_may_stand_in_an_object_of_its_own() throws IOException {
    for (CompressParameters how :
        new CompressParameters[] {
          CompressParameters.NO_COMPRESSION, CompressParameters.DEFAULT_COMPRESSION
        }) {
      readAsEver(saved(how, document -> decodedBy(document, false, parameters())));
      readAsEver(saved(how, document -> decodedBy(document, true, several(parameters()))));
    }
  }

  @Test
  void so_may_each_number_of_it() throws IOException {
    COSDictionary parameters = parameters();
    parameters.setItem(COSName.COLUMNS, COSName.getPDFName("nnnnn_0_R"));
    COSDictionary number = new COSDictionary();
    number.setInt("Only", COLUMNS);
    String file =
        new String(
            saved(
                CompressParameters.NO_COMPRESSION,
                document -> {
                  decodedBy(document, false, parameters);
                  document.getDocumentCatalog().getCOSObject().setItem("Kept", number);
                }),
            StandardCharsets.ISO_8859_1);
    MatchResult kept =
        Pattern.compile("(\\d+) 0 obj\\s+(<<\\s+/Only " + COLUMNS + "\\s+>>)")
            .matcher(file)
            .results()
            .findFirst()
            .orElseThrow();
    // As long as before, since the cross-reference tells where each object stands.
    String changed =
        file.substring(0, kept.start(2))
            + "%-".concat(kept.group(2).length() + "d").formatted(COLUMNS)
            + file.substring(kept.end(2));
    changed = changed.replace("/nnnnn_0_R", "%6s 0 R".formatted(kept.group(1)));
    assertThat(changed).hasSameSizeAs(file);
    readAsEver(changed.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void pictures_are_left_as_they_are_whatever_they_refer_to() throws IOException {
    readAsEver(
        saved(
            CompressParameters.NO_COMPRESSION,
            document -> {
              COSDictionary parameters = new COSDictionary();
              parameters.setInt(COSName.K, -1);
              parameters.setItem(COSName.JBIG2_GLOBALS, document.getDocument().createCOSStream());
              COSStream seal = document.getDocument().createCOSStream();
              try (OutputStream content = seal.createRawOutputStream()) {
                content.write(new byte[] {1, 2, 3});
              }
              seal.setItem(COSName.TYPE, COSName.XOBJECT);
              seal.setItem(COSName.SUBTYPE, COSName.IMAGE);
              seal.setItem(COSName.FILTER, COSName.CCITTFAX_DECODE);
              seal.setItem(COSName.DECODE_PARMS, parameters);
              for (PDPage page : document.getPages()) {
                page.getResources().getCOSObject().setItem(COSName.XOBJECT, new COSDictionary());
                page.getResources()
                    .getCOSObject()
                    .getCOSDictionary(COSName.XOBJECT)
                    .setItem("Seal", seal);
                content(page, "q /Seal Do Q\n");
              }
            }));
  }

  @Test
  void a_stream_may_name_a_file() throws IOException {
    COSDictionary named = new COSDictionary();
    named.setItem(COSName.TYPE, COSName.FILESPEC);
    named.setString(COSName.F, "a.txt");
    readAsEver(
        saved(
            CompressParameters.NO_COMPRESSION,
            document -> {
              decodedBy(document, false, parameters());
              for (PDPage page : document.getPages()) {
                page.getCOSObject().getCOSStream(COSName.CONTENTS).setItem(COSName.F, named);
              }
            }));
  }

  @Test
  void a_file_that_does_not_say_where_its_objects_are_is_rebuilt() throws IOException {
    for (CompressParameters how :
        new CompressParameters[] {
          CompressParameters.NO_COMPRESSION, CompressParameters.DEFAULT_COMPRESSION
        }) {
      String file =
          new String(
              saved(how, document -> decodedBy(document, true, several(parameters()))),
              StandardCharsets.ISO_8859_1);
      int at = file.lastIndexOf("startxref");
      for (String harmed :
          new String[] {file.substring(0, at), file.substring(0, at) + "startxref\n7\n%%EOF\n"}) {
        readAsEver(harmed.getBytes(StandardCharsets.ISO_8859_1));
      }
    }
  }

  private static COSDictionary parameters() {
    COSDictionary parameters = new COSDictionary();
    parameters.setInt(COSName.PREDICTOR, 1);
    parameters.setInt(COSName.COLUMNS, COLUMNS);
    return parameters;
  }

  private static COSArray several(COSDictionary parameters) {
    COSArray all = new COSArray();
    all.add(parameters);
    all.setDirect(false);
    return all;
  }

  /** What the pages draw, deflated, and how. */
  private static void decodedBy(PDDocument document, boolean several, COSBase parameters)
      throws IOException {
    for (PDPage page : document.getPages()) {
      byte[] content = page.getContents().readAllBytes();
      COSStream stream = document.getDocument().createCOSStream();
      try (OutputStream deflating = new DeflaterOutputStream(stream.createRawOutputStream())) {
        deflating.write(content);
      }
      COSArray filters = new COSArray();
      filters.add(COSName.FLATE_DECODE);
      stream.setItem(COSName.FILTER, several ? filters : COSName.FLATE_DECODE);
      stream.setItem(COSName.DECODE_PARMS, parameters);
      page.getCOSObject().setItem(COSName.CONTENTS, stream);
    }
  }

  private static void content(PDPage page, String before) throws IOException {
    byte[] content = page.getContents().readAllBytes();
    try (OutputStream out =
        page.getCOSObject()
            .getCOSStream(COSName.CONTENTS)
            .createOutputStream(COSName.FLATE_DECODE)) {
      out.write(before.getBytes(StandardCharsets.US_ASCII));
      out.write(content);
    }
  }
}
