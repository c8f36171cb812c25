package disclosure.report.examination.document;

import java.util.List;

/**
 * A file as it was read, before anything in it is understood.
 *
 * @param title what the file says of itself; empty when it says nothing
 * @param blocks its paragraphs and grids in the order of reading
 */
public record PublishedDocument(String title, List<Block> blocks) {

  /** A defensive copy is kept. */
  public PublishedDocument {
    blocks = List.copyOf(blocks);
  }
}
