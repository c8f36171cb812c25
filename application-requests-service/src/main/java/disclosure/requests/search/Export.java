package disclosure.requests.search;

import disclosure.edge.Refusal;
import disclosure.requests.transaction.Reach;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Tables of applications for spreadsheets. A table is written first and sent when it is whole: a
 * client never gets half of one, and a slow client keeps no transaction open.
 */
final class Export {

  static final String CSV = "text/csv";
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** More than any office has in a year; what is written takes disk and time. */
  static final int MAX_ROWS = 200_000;

  private static final int CHUNK = 1_000;

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
        default -> throw Refusal.invalid("format", "应为 csv 或 xlsx", "must be csv or xlsx");
      };
    }

    TableWriter writer(OutputStream out) throws IOException {
      return switch (this) {
        case AS_CSV -> new CsvWriter(out);
        case AS_XLSX -> new XlsxWriter(out);
      };
    }
  }

  static Response answer(
      FindApplications find,
      Connection connection,
      Filter filter,
      Reach reach,
      Format format,
      LocalDate today,
      RoutingContext request)
      throws SQLException {
    if (find.count(connection, filter, reach) > MAX_ROWS) {
      throw Refusal.notPermitted(
          "organ",
          "超过20万件，请按机关、状态或者日期缩小范围后分次导出",
          "more than 200,000 applications; narrow the list by organ, status or days");
    }
    try {
      Spool spool = Spool.of(request);
      write(find, connection, filter, reach, format, today, spool);
      return Response.ok(spool.sending(), format.mediaType)
          .header(HttpHeaders.CONTENT_LENGTH, spool.size())
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              "attachment; filename=\"applications-" + today + "." + format.ending + "\"")
          .build();
    } catch (IOException failure) {
      throw new IllegalStateException("the table can't be written", failure);
    }
  }

  private static void write(
      FindApplications find,
      Connection connection,
      Filter filter,
      Reach reach,
      Format format,
      LocalDate today,
      Spool spool)
      throws SQLException, IOException {
    try (OutputStream out = spool.content();
        TableWriter table = format.writer(out)) {
      table.row(Columns.headings());
      Optional<PageToken> pageToken = Optional.empty();
      List<FoundApplication> part;
      do {
        part = find.list(connection, filter, reach, Order.RECEIVED, pageToken, CHUNK, today);
        for (FoundApplication application : part) {
          table.row(Columns.of(application));
        }
        if (!part.isEmpty()) {
          pageToken = Optional.of(part.get(part.size() - 1).pageToken(Order.RECEIVED));
        }
      } while (part.size() == CHUNK);
    }
  }
}
