package disclosure.report.examination.document;

import disclosure.requests.contract.Radicals;

/**
 * A paragraph, or a line of plain text.
 *
 * @param text its text; tabs and runs of spaces are kept, since they may lie between cells
 * @param place where it stands
 */
public record Paragraph(String text, Place place) implements Block {

  /** Radicals become characters. */
  public Paragraph {
    text = Radicals.unified(text);
  }
}
