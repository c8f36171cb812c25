package disclosure.report.examination.page;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.NotReadable;
import disclosure.report.examination.document.PublishedDocument;
import disclosure.report.examination.page.guard.PdfFile;
import disclosure.report.examination.page.guard.PdfGuard;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * The text of a PDF, by where it stands and by the lines around it. One that opens without a
 * password is read whatever else it is locked against: it was published to be read.
 */
public final class PdfReader {

  private static final int MAX_PAGES = 300;
  private static final int MAX_NODES = 5_000;
  private static final int MAX_DEPTH = 60;

  private PdfReader() {}

  /**
   * Reads it.
   *
   * @throws NotReadable when it is broken, takes a password, is too large, or has no text
   */
  public static PublishedDocument read(byte[] file, Budget budget) {
    boolean encrypted = PdfGuard.check(file, budget);
    PdfStreams streams = new PdfStreams(budget);
    try (PDDocument document = new PdfFile(file, streams::met, budget).parse(!encrypted)) {
      if (document.isEncrypted() && !encrypted) {
        throw new NotReadable(NotReadable.Reason.ENCRYPTED);
      }
      PageLayout layout = new PageLayout(budget);
      for (COSDictionary page : pages(document)) {
        PageMarks marks = new PageMarks(budget);
        new PdfPage(new PDPage(page), marks, streams, budget).gather();
        layout.page(marks);
      }
      if (layout.blocks().isEmpty()) {
        throw new NotReadable(NotReadable.Reason.NO_TEXT);
      }
      String title = document.getDocumentInformation().getTitle();
      return new PublishedDocument(title == null ? "" : title, layout.blocks());
    } catch (InvalidPasswordException locked) {
      throw new NotReadable(NotReadable.Reason.ENCRYPTED);
    } catch (NotReadable refused) {
      throw refused;
    } catch (IOException | RuntimeException broken) {
      // A broken file makes the library fail in many ways.
      throw new NotReadable(NotReadable.Reason.BROKEN);
    }
  }

  /** The pages in their order; the tree is walked here, since its shape may be without end. */
  private static List<COSDictionary> pages(PDDocument document) {
    List<COSDictionary> pages = new ArrayList<>();
    Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSDictionary> next = new ArrayDeque<>();
    COSDictionary root =
        document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
    if (root != null) {
      next.push(root);
    }
    while (!next.isEmpty()) {
      COSDictionary node = next.pop();
      if (!seen.add(node)) {
        continue;
      }
      if (seen.size() > MAX_NODES || pages.size() >= MAX_PAGES) {
        throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
      }
      COSArray kids = node.getCOSArray(COSName.KIDS);
      if (kids == null) {
        requireShallow(node);
        pages.add(node);
        continue;
      }
      for (int i = Math.min(kids.size(), MAX_NODES) - 1; i >= 0; i--) {
        if (dictionary(kids.get(i)) instanceof COSDictionary kid) {
          next.push(kid);
        }
      }
    }
    return pages;
  }

  private static COSBase dictionary(COSBase kid) {
    return kid instanceof COSObject reference ? reference.getObject() : kid;
  }

  /** What a page inherits is looked for from parent to parent. */
  private static void requireShallow(COSDictionary page) {
    COSDictionary node = page;
    for (int depth = 0; node != null; depth++) {
      if (depth > MAX_DEPTH) {
        throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
      }
      node = node.getCOSDictionary(COSName.PARENT);
    }
  }
}
