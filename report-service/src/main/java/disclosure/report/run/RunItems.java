package disclosure.report.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.report.content.ReportScope;
import disclosure.requests.contract.OrganCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What came of the reports of a run. */
@ApplicationScoped
class RunItems {

  private static final String LIST = "办理结果.csv";

  private final Runs runs;

  RunItems(Runs runs) {
    this.runs = runs;
  }

  /**
   * How many reports a run has, by what came of them.
   *
   * @param worked those that a worker finished, well or not
   * @param lately those of them that were finished within the last minute
   * @param at the moment of the database for which this holds
   */
  record Sums(
      long total, long done, long failed, long obstructed, long worked, long lately, Instant at) {}

  /**
   * What came of one report.
   *
   * @param number its place in the run
   * @param state PENDING, DONE or FAILED
   * @param obstacles the checks that stand against publication
   * @param problem why it failed
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Item(
      int number,
      OrganCode organCode,
      String organName,
      ReportScope scope,
      String state,
      List<Integer> obstacles,
      Optional<String> problem) {}

  /**
   * The sums.
   *
   * @param lately how long ago a report was finished that counts as finished lately
   */
  Sums sums(UUID run, Duration lately) {
    return runs.transaction(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT count(*), count(*) FILTER (WHERE state = 'DONE'), count(*) FILTER (WHERE"
                      + " state = 'FAILED'), count(*) FILTER (WHERE obstacles <> ''),"
                      + " count(finished_at), count(*) FILTER (WHERE finished_at >"
                      + " clock_timestamp() - ? * interval '1 millisecond'), clock_timestamp()"
                      + " FROM run_item"
                      + " WHERE run_id = ?")) {
            select.setLong(1, lately.toMillis());
            select.setObject(2, run);
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return new Sums(
                  row.getLong(1),
                  row.getLong(2),
                  row.getLong(3),
                  row.getLong(4),
                  row.getLong(5),
                  row.getLong(6),
                  row.getObject(7, OffsetDateTime.class).toInstant());
            }
          }
        });
  }

  /** The reports after a place, all or only those that failed. */
  List<Item> page(UUID run, boolean failed, int after, int limit) {
    return runs.transaction(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT number, organ_code, organ_name, scope, state, obstacles, problem"
                      + " FROM run_item WHERE run_id = ? AND number > ?"
                      + (failed ? " AND state = 'FAILED'" : "")
                      + " ORDER BY number LIMIT ?")) {
            select.setObject(1, run);
            select.setInt(2, after);
            select.setInt(3, limit);
            List<Item> items = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                String problem = row.getString(7);
                items.add(
                    new Item(
                        row.getInt(1),
                        new OrganCode(row.getString(2)),
                        row.getString(3),
                        ReportScope.valueOf(row.getString(4)),
                        row.getString(5),
                        Arrays.stream(row.getString(6).split(","))
                            .filter(number -> !number.isEmpty())
                            .map(Integer::valueOf)
                            .toList(),
                        problem.isEmpty() ? Optional.empty() : Optional.of(problem)));
              }
            }
            return items;
          }
        });
  }

  /**
   * Writes all documents of a run as a ZIP, with a list of what came of each report. A few
   * documents at a time are in memory, and no transaction waits for whoever reads.
   *
   * @throws IOException when the reader is gone, or the run was forgotten meanwhile
   */
  void archive(UUID run, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry(LIST));
      zip.write(list(page(run, false, 0, Integer.MAX_VALUE)).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      long expected = documents(run);
      long written = 0;
      List<Stored> some = documents(run, 0, "");
      while (!some.isEmpty()) {
        for (Stored document : some) {
          zip.putNextEntry(new ZipEntry(document.name()));
          zip.write(document.bytes());
          zip.closeEntry();
        }
        written += some.size();
        Stored last = some.get(some.size() - 1);
        some = documents(run, last.number(), last.format());
      }
      if (written != expected) {
        throw new IOException("the run was forgotten while its archive was written");
      }
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Stored(int number, String format, String name, byte[] bytes) {}

  private long documents(UUID run) {
    return runs.transaction(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT count(*) FROM run_document WHERE run_id = ?")) {
            select.setObject(1, run);
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  private List<Stored> documents(UUID run, int afterNumber, String afterFormat) {
    return runs.transaction(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT number, format, name, bytes FROM run_document WHERE run_id = ?"
                      + " AND (number, format) > (?, ?) ORDER BY number, format LIMIT 8")) {
            select.setObject(1, run);
            select.setInt(2, afterNumber);
            select.setString(3, afterFormat);
            List<Stored> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                found.add(
                    new Stored(row.getInt(1), row.getString(2), row.getString(3), row.getBytes(4)));
              }
            }
            return found;
          }
        });
  }

  private static String list(List<Item> items) {
    StringBuilder csv = new StringBuilder("\uFEFF序号,统一社会信用代码,机关名称,范围,结果,未通过的校核,说明\r\n");
    for (Item item : items) {
      csv.append(item.number())
          .append(',')
          .append(item.organCode().value())
          .append(',')
          .append(quoted(item.organName()))
          .append(',')
          .append(item.scope())
          .append(',')
          .append(item.state().equals("DONE") ? "完成" : "未完成")
          .append(',')
          .append(quoted(String.join("、", item.obstacles().stream().map(String::valueOf).toList())))
          .append(',')
          .append(quoted(item.problem().orElse("")))
          .append("\r\n");
    }
    return csv.toString();
  }

  /** A text that no spreadsheet takes for a formula. */
  private static String quoted(String text) {
    String inert = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return '"' + inert.replace("\"", "\"\"") + '"';
  }
}
