package disclosure.requests.search;

import disclosure.edge.Refusal;
import disclosure.requests.transaction.Reach;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Tables of applications for spreadsheets. A table is written to a file first and sent when it is
 * whole: a client never gets half of one, and a slow client keeps no transaction open.
 */
final class Export {

  static final String CSV = "text/csv";
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** A worksheet has 2^20 rows, one of which is the heading. */
  private static final int MAX_SHEET_ROWS = (1 << 20) - 1;

  private static final int CHUNK = 1_000;

  private Export() {}

  /** How the table is written. */
  enum Format {
    AS_CSV(CSV + ";charset=UTF-8;header=present", "csv", Long.MAX_VALUE),
    AS_XLSX(XLSX, "xlsx", MAX_SHEET_ROWS);

    private final String mediaType;
    private final String ending;
    private final long maxRows;

    Format(String mediaType, String ending, long maxRows) {
      this.mediaType = mediaType;
      this.ending = ending;
      this.maxRows = maxRows;
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
      LocalDate today)
      throws SQLException {
    if (find.count(connection, filter, reach) > format.maxRows) {
      throw Refusal.notPermitted(
          "format", "超过一张工作表的行数，请改用 csv 或缩小范围", "has too few rows; take csv or narrow the list");
    }
    try {
      Path file = Files.createTempFile("applications", "." + format.ending);
      try {
        write(find, connection, filter, reach, format, today, file);
      } catch (SQLException | IOException | RuntimeException failure) {
        Files.deleteIfExists(file);
        throw failure;
      }
      return Response.ok(sending(file), format.mediaType)
          .header(HttpHeaders.CONTENT_LENGTH, Files.size(file))
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
      Path file)
      throws SQLException, IOException {
    try (OutputStream out = Files.newOutputStream(file);
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

  private static StreamingOutput sending(Path file) {
    return out -> {
      try {
        Files.copy(file, out);
      } finally {
        Files.deleteIfExists(file);
      }
    };
  }
}
