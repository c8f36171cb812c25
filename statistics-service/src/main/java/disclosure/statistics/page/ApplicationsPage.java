package disclosure.statistics.page;

import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Wording;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.OrganKind;
import disclosure.statistics.cell.CellContents;
import disclosure.statistics.cell.CellPage;
import disclosure.statistics.page.wording.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The applications behind a number, or a part of them.
 *
 * @param title what the number counts
 * @param rest whether some come before or after them
 * @param order in which they stand
 * @param table the table in which the number stands
 * @param next the following part; empty after the last one
 * @param first the first part; empty on it
 */
public record ApplicationsPage(
    String organ,
    String period,
    String scope,
    String title,
    String asOf,
    long count,
    boolean rest,
    List<Row> rows,
    String order,
    String table,
    String first,
    String next) {

  /**
   * One application.
   *
   * @param register where clerks have it; empty for who is none
   * @param open whether it is still under way
   */
  public record Row(
      String received,
      String type,
      String organ,
      String status,
      String outcome,
      String concluded,
      String register,
      boolean open) {

    static Row of(CellPage.Item item, CellContents contents, boolean recorder) {
      return new Row(
          item.receivedOn().toString(),
          Wording.of(item.applicantType().label()),
          contents.names().get(item.organCode().value()),
          Wording.of(item.status().label()),
          item.outcome().map(outcome -> Wording.of(outcome.label())).orElse(""),
          item.concludedOn().map(LocalDate::toString).orElse(""),
          recorder ? "/register" + item.register() : "",
          item.status() != ApplicationStatus.CONCLUDED);
    }
  }

  static ApplicationsPage of(
      CellContents contents,
      Choice choice,
      Optional<OrganKind> kind,
      Cell cell,
      boolean isFirst,
      boolean recorder) {
    String here = cell.address(choice);
    return new ApplicationsPage(
        contents.organName(),
        Words.of(contents.period()),
        Words.of(contents.scope(), kind),
        Wording.of(
            "%s，%s",
            Words.of(contents.row(), contents.period()),
            contents
                .column()
                .map(type -> Wording.of(type.label()))
                .orElseGet(() -> Wording.of("总计"))),
        ChineseDates.of(contents.asOf()),
        contents.count(),
        !isFirst || contents.next().isPresent(),
        contents.items().stream().map(item -> Row.of(item, contents, recorder)).toList(),
        Wording.of(contents.byDay() ? "按收到日期排列" : "按行政机关、收到日期排列"),
        choice.as(View.TABLE).address(),
        isFirst ? "" : here,
        contents.next().map(token -> here + "&after=" + encoded(token)).orElse(""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * Which number of the table it is.
   *
   * @param row the row's code
   * @param column the applicant type, or TOTAL
   */
  record Cell(String row, String column) {

    String address(Choice choice) {
      return choice.as(View.APPLICATIONS).address()
          + "&row="
          + encoded(row)
          + "&column="
          + encoded(column);
    }
  }
}
