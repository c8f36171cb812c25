package disclosure.report.workbench.write;

import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.report.content.ReportId;
import disclosure.report.form.Title;
import disclosure.report.workbench.Standing;
import java.util.List;

/**
 * A draft as it is written.
 *
 * @param title the report's title
 * @param address the report's page
 * @param action where it is sent
 * @param standing how the report stands
 * @param hidden what nobody sees
 * @param blocks what is written, in the order of the form
 * @param errors what is wrong
 * @param notice that it was saved; empty for nothing
 * @param references the figures that texts can name
 * @param proposals the usual sentences
 * @param lastYear the texts of the report published on the year before
 */
public record EditPage(
    String title,
    String address,
    String action,
    Standing standing,
    List<Field> hidden,
    List<Block> blocks,
    Errors errors,
    String notice,
    List<Named> references,
    List<Proposed> proposals,
    List<Passage> lastYear) {

  /**
   * A section, or what stands before or after them.
   *
   * @param id by which it is linked to
   * @param hint what is written here, or why nothing is
   * @param fields its fields
   * @param groups the same where they are the figures of table two
   * @param findings what checks found here when it was saved last
   * @param others what somebody else saved meanwhile; empty for the same
   * @param offers the figures that are usually named here
   */
  public record Block(
      String id,
      String heading,
      String hint,
      List<Field> fields,
      List<Group> groups,
      List<String> findings,
      String others,
      List<Named> offers) {

    /** Defensive copies are kept. */
    public Block {
      fields = List.copyOf(fields);
      groups = List.copyOf(groups);
      findings = List.copyOf(findings);
      offers = List.copyOf(offers);
    }
  }

  /** Figures of table two that belong together. */
  public record Group(String label, List<Field> fields) {

    /** A defensive copy is kept. */
    public Group {
      fields = List.copyOf(fields);
    }
  }

  /** A figure that a text can name. */
  public record Named(String name, String label, String value) {}

  /**
   * A usual sentence.
   *
   * @param text as it is written
   * @param printed as it would print
   * @param field the text that it belongs in
   */
  public record Proposed(String heading, String text, String printed, String field) {}

  /** A text of the year before. */
  public record Passage(String heading, String text) {}

  /** Defensive copies are kept. */
  public EditPage {
    hidden = List.copyOf(hidden);
    blocks = List.copyOf(blocks);
    references = List.copyOf(references);
    proposals = List.copyOf(proposals);
    lastYear = List.copyOf(lastYear);
  }

  static String title(ReportId id, String organ) {
    return Title.of(organ, id.year(), id.scope());
  }
}
