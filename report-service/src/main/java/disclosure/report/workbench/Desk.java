package disclosure.report.workbench;

import disclosure.edge.look.Errors;
import java.util.List;

/**
 * A report with all that is to be done with it.
 *
 * @param title its title
 * @param organ the reports of its organ
 * @param state how it stands, in words
 * @param version who wrote the newest version when; empty before the first
 * @param seen its entity tag; empty before the first
 * @param returned why it was given back; empty for nothing
 * @param errors what keeps it from going on
 * @param notice what was done just now; empty for nothing
 * @param sections the sections and what is missing
 * @param findings what checks found
 * @param compared table three beside that of the year before
 * @param actions what may be done now
 * @param forms its documents as it stands
 * @param life what was done with it, the newest first
 * @param typed the reason that was typed and not taken
 */
public record Desk(
    String title,
    String organ,
    String state,
    String version,
    String seen,
    String returned,
    Errors errors,
    String notice,
    List<Part> sections,
    List<Found> findings,
    List<Compared> compared,
    Actions actions,
    List<FormLink> forms,
    List<Done> life,
    Typed typed) {

  /**
   * A section.
   *
   * @param status what is missing, in words
   * @param open whether something is
   */
  public record Part(String heading, String status, boolean open, String address) {}

  /**
   * Something that a check found.
   *
   * @param place the section, in words
   * @param weight what it means for the publication, in words
   * @param blocks whether it stands against it
   * @param address where it is mended
   * @param reason the reason that is kept; empty for none
   * @param action where a reason is sent; empty where none is wanted
   * @param seen what stands for all that the check finds
   */
  public record Found(
      int check,
      String place,
      String message,
      String weight,
      boolean blocks,
      String address,
      String reason,
      String action,
      String seen) {}

  /**
   * A row of table three.
   *
   * @param before the total of the year before as it was published; empty without one
   */
  public record Compared(String label, long total, String before) {}

  /**
   * What may be done; addresses are empty for what may not.
   *
   * @param edit where it is written
   * @param start where it is begun with the texts of the year before
   * @param correction whether what is published is a correction
   */
  public record Actions(
      String edit,
      String start,
      String preview,
      String submit,
      String giveBack,
      String publish,
      boolean correction,
      String published,
      String collection) {}

  /**
   * A reason that was typed.
   *
   * @param action where it was sent; empty for none
   */
  public record Typed(String action, String text) {

    static final Typed NONE = new Typed("", "");

    /** What was typed into the form that is sent there; empty for nothing. */
    public String in(String form) {
      return action.equals(form) ? text : "";
    }
  }

  /** A document. */
  public record FormLink(String label, String address) {}

  /** Something that was done. */
  public record Done(String at, String what, String who, String reason) {}

  /** Defensive copies are kept. */
  public Desk {
    sections = List.copyOf(sections);
    findings = List.copyOf(findings);
    compared = List.copyOf(compared);
    forms = List.copyOf(forms);
    life = List.copyOf(life);
  }
}
