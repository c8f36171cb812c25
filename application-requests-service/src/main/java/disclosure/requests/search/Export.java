package disclosure.requests.search;

import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import disclosure.edge.StreamedAnswer;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.search.table.CsvWriter;
import disclosure.requests.search.table.TableWriter;
import disclosure.requests.search.table.XlsxWriter;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.storage.FailureKind;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Tables of applications for spreadsheets. A table is sent while it is read, page by page: no
 * statement is long, a slow client keeps neither transaction nor connection, and nothing is kept of
 * what it doesn't take.
 */
final class Export {

  static final String CSV = "text/csv";
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** More than any office has in a year; what is written takes time. */
  static final int MAX_ROWS = 200_000;

  private static final int PAGE = 1_000;

  private Export() {}

  /** How the table is written. */
  enum Format {
    AS_CSV(CSV + ";charset=UTF-8;header=present", "csv"),
    AS_XLSX(XLSX, "xlsx");

    private final String mediaType;
    private final String ending;

    Format(String mediaType, String ending) {
      this.mediaType = mediaType;
      this.ending = ending;
    }

    /**
     * Reads the parameter {@code format}.
     *
     * @throws Refusal 400, naming it
     */
    static Format of(Optional<String> format) {
      return switch (format.orElse("csv")) {
        case "csv" -> AS_CSV;
        case "xlsx" -> AS_XLSX;
        default ->
            throw Refusal.invalid(
                InputFault.NOT_ONE_OF.at("format", Expected.oneOf("csv", "xlsx")));
      };
    }

    TableWriter writer(OutputStream out) throws IOException {
      return switch (this) {
        case AS_CSV -> new CsvWriter(out);
        case AS_XLSX -> new XlsxWriter(out);
      };
    }
  }

  /**
   * The table as the answer to a request.
   *
   * @throws Refusal 422 when there are too many rows
   */
  static Response answer(
      FindApplications find,
      RegisterReader register,
      Filter filter,
      Reach reach,
      Format format,
      LocalDate today,
      Duration timeout,
      RoutingContext request)
      throws SQLException {
    if (register.read(reach, connection -> find.areMoreThan(connection, filter, reach, MAX_ROWS))) {
      throw Refusal.notPermitted(
          RegisterFault.EXPORT_TOO_LARGE.at("organ", Expected.atMost(200_000)));
    }
    Response.ResponseBuilder answer =
        Response.ok()
            .type(format.mediaType)
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"applications-" + today + "." + format.ending + "\"");
    if (!request.request().method().equals(HttpMethod.HEAD)) {
      Rows rows =
          after ->
              register.read(
                  reach,
                  connection ->
                      find.list(connection, filter, reach, Order.RECEIVED, after, PAGE, today));
      answer.entity(StreamedAnswer.of(request, timeout, out -> write(rows, format, out)));
    }
    return answer.build();
  }

  /** The next rows of the table, read on a connection that is given back before they are sent. */
  @FunctionalInterface
  private interface Rows {

    List<FoundApplication> beyond(Optional<PageToken> after) throws SQLException;
  }

  /** A table whose rows can't be had is left without its end. */
  private static void write(Rows rows, Format format, OutputStream out) throws IOException {
    try {
      List<FoundApplication> page = rows.beyond(Optional.empty());
      TableWriter table = format.writer(out);
      table.row(Columns.headings());
      while (!page.isEmpty()) {
        for (FoundApplication application : page) {
          table.row(Columns.of(application));
        }
        FoundApplication last = page.get(page.size() - 1);
        page =
            page.size() < PAGE
                ? List.of()
                : rows.beyond(Optional.of(last.pageToken(Order.RECEIVED)));
      }
      table.close();
    } catch (SQLException failure) {
      throw FailureKind.unchecked(failure);
    }
  }
}
