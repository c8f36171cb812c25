package disclosure.report.workbench.examination;

import java.util.List;

/**
 * How far the examination of an archive is, and what became of its files.
 *
 * @param name what the archive is called
 * @param state in words
 * @param counts how many files are how far, in words
 * @param done how many are done
 * @param total how many there are
 * @param times when it was brought and over
 * @param refresh where it is ended or begun that the page looks again by itself; none once it is
 *     over
 * @param cancel where it is ended; empty where it can't be
 * @param summary where the workbook is
 * @param rows the files by organ and year
 * @param next the address of those that follow; empty for none
 */
public record BatchPage(
    String name,
    String state,
    String counts,
    int done,
    int total,
    String times,
    Link refresh,
    String cancel,
    String summary,
    List<Row> rows,
    String next) {

  /** Where something else is shown. */
  public record Link(String label, String address) {

    static final Link NONE = new Link("", "");
  }

  /**
   * A file.
   *
   * @param title organ and year, or what is known of them
   * @param address what was read of it; empty where nothing was
   * @param result what became of it, in words
   * @param open whether something is wrong with it
   */
  public record Row(String title, String file, String address, String result, boolean open) {}

  /** A defensive copy is kept. */
  public BatchPage {
    rows = List.copyOf(rows);
  }
}
