package disclosure.report.workbench;

import disclosure.edge.look.Errors;
import disclosure.edge.look.Wording;
import java.util.List;

/**
 * A report with all that is to be done with it.
 *
 * @param title its title
 * @param organ the reports of its organ
 * @param standing how it stands
 * @param version who wrote the newest version when; empty before the first
 * @param seen its entity tag; empty before the first
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
    Standing standing,
    String version,
    String seen,
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
   * @param field by which that is written
   * @param label what the field is called
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
      String field,
      String label,
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
   * @param wrong why it wasn't taken; empty where nothing is wrong with it
   */
  public record Typed(String action, String text, String wrong) {

    static final Typed NONE = new Typed("", "", "");

    /** What was typed into the form that is sent there; empty for nothing. */
    public String in(String form) {
      return action.equals(form) ? text : "";
    }

    /**
     * The id of the field that sends a reason.
     *
     * @param part the last part of the address that it is sent to
     */
    static String field(String part) {
      return switch (part) {
        case "return" -> "returned";
        case "publication" -> "correction";
        default -> part.replace("reasons/", "reason-");
      };
    }

    /** What that field is called. */
    static String label(String part) {
      return switch (part) {
        case "return" -> Wording.of("退回原因");
        case "publication" -> Wording.of("更正原因");
        default -> Wording.of("理由（第%s项）", part.replace("reasons/", ""));
      };
    }

    /** That it wasn't done there, since somebody else came first. */
    static String changed(String part) {
      return switch (part) {
        case "return" -> Wording.of("您打开页面之后，本报告已被改动，没有退回");
        case "publication" -> Wording.of("您打开页面之后，本报告已被改动，没有公布");
        default -> Wording.of("您打开页面之后，本报告已被改动，没有报送");
      };
    }

    /** The same; what is kept where nothing was typed. */
    public String textIn(String form, String kept) {
      return action.equals(form) ? text : kept;
    }

    /** Whether it was sent there. */
    public boolean isAt(String form) {
      return action.equals(form);
    }

    /** What is wrong with it; empty for nothing. */
    public String wrongIn(String form) {
      return action.equals(form) ? wrong : "";
    }
  }

  /** A document, with what it is good for. */
  public record FormLink(String label, String purpose, String address) {}

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
