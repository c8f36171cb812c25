package disclosure.report.workbench.examination;

import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import java.util.List;

/**
 * What became of files that were handed over.
 *
 * @param errors what is wrong with what was sent
 * @param files what became of each; empty before any was sent
 * @param borne the files themselves, so that they needn't be chosen again; empty where they are too
 *     large for a page
 * @param breaks where a year doesn't go on from the one before
 * @param sender who signs a letter
 */
public record ExaminationPage(
    Errors errors, List<Shown> files, List<Borne> borne, List<String> breaks, Field sender) {

  /** Defensive copies are kept. */
  public ExaminationPage {
    files = List.copyOf(files);
    borne = List.copyOf(borne);
    breaks = List.copyOf(breaks);
  }

  /**
   * A file that the page bears.
   *
   * @param number from 1
   * @param content in Base64
   */
  public record Borne(int number, String name, String content) {}

  /**
   * What became of a file.
   *
   * @param number from 1
   * @param name its path in an archive, or what it is called
   * @param title organ and year, or the name
   * @param unread why it wasn't read; empty when it was
   * @param facts what it says of itself
   * @param findings the worst first
   * @param tables as they were read
   * @param takeOver with what it is taken over; nothing for who can't, or for what wasn't read
   */
  public record Shown(
      int number,
      String name,
      String title,
      String unread,
      List<Pair> facts,
      List<Told> findings,
      List<Table> tables,
      List<TakeOverForm> takeOver) {

    /** Defensive copies are kept. */
    public Shown {
      facts = List.copyOf(facts);
      findings = List.copyOf(findings);
      tables = List.copyOf(tables);
      takeOver = List.copyOf(takeOver);
    }
  }

  /** A label and what belongs to it. */
  public record Pair(String label, String value) {}

  /**
   * A finding.
   *
   * @param wrong whether it is wrong as it was published
   * @param severity in words
   */
  public record Told(boolean wrong, String severity, String text, String place) {}

  /**
   * A table of the form.
   *
   * @param heads of the columns with figures
   */
  public record Table(String caption, List<String> heads, List<Row> rows) {

    /** Defensive copies are kept. */
    public Table {
      heads = List.copyOf(heads);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row.
   *
   * @param place where its first cell stands
   */
  public record Row(String label, List<Cell> cells, String place) {

    /** A defensive copy is kept. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell.
   *
   * @param sure whether it is a number that was read surely
   */
  public record Cell(String text, boolean sure) {}

  /**
   * With what a report is taken over.
   *
   * @param fields whose it is, on which year, and why it replaces another
   * @param figures those that somebody has to look up
   */
  public record TakeOverForm(List<Field> fields, List<Field> figures) {

    /** Defensive copies are kept. */
    public TakeOverForm {
      fields = List.copyOf(fields);
      figures = List.copyOf(figures);
    }
  }
}
