package disclosure.report.examination.document;

import disclosure.requests.contract.Radicals;
import java.util.List;

/**
 * A file as it was read, before anything in it is understood.
 *
 * @param title what the file says of itself; empty when it says nothing
 * @param blocks its paragraphs and grids in the order of reading
 */
public record PublishedDocument(String title, List<Block> blocks) {

  /** A defensive copy is kept; radicals in the title become characters. */
  public PublishedDocument {
    title = Radicals.unified(title);
    blocks = List.copyOf(blocks);
  }
}
