package disclosure.report;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The table of drafts, reached past the service: for organs whose statistics are in trouble. */
public final class StoredDrafts {

  private static final String COLUMNS =
      "edition, lead, overview, problems, other_matters, regulations_issued,"
          + " regulations_repealed, regulations_in_force, normative_documents_issued,"
          + " normative_documents_repealed, normative_documents_in_force,"
          + " administrative_licences, administrative_penalties, administrative_coercion,"
          + " administrative_fees_10k_yuan, signed_by, signed_on, recorded_by, recorded_at";

  static final String MORE = "disclosure.test.more.";

  private StoredDrafts() {}

  /** Lets the neighbours count some more applications of an organ, all of natural persons. */
  public static void more(String organ, int year, long received, long disclosed) {
    System.setProperty(MORE + organ + "." + year, received + " " + disclosed);
  }

  /** Gives an organ the first version of another's draft, unless it has one. */
  public static void copy(String from, String to, int year) {
    String sql =
        "INSERT INTO report.draft_revision (organ_code, report_year, version, "
            + COLUMNS
            + ") SELECT ?, report_year, 1, "
            + COLUMNS
            + " FROM report.draft_revision WHERE organ_code = ? AND report_year = ? AND version = 1"
            + " ON CONFLICT DO NOTHING";
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, to);
      statement.setString(2, from);
      statement.setInt(3, year);
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Version, signature and author of each version, oldest first. */
  public static List<String> versions(String organ) {
    String sql =
        "SELECT version, signed_by, recorded_by FROM report.draft_revision"
            + " WHERE organ_code = ? ORDER BY version";
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, organ);
      List<String> versions = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          versions.add(row.getLong(1) + " " + row.getString(2) + " " + row.getString(3));
        }
      }
      return versions;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /**
   * Runs a statement in the service's own role.
   *
   * @throws SQLException what the database says to it
   */
  public static void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The number that a query answers. */
  public static long number(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Connection connect() throws SQLException {
    Map<String, String> settings = Servers.running();
    return DriverManager.getConnection(
        settings.get("DATABASE_URL"),
        settings.get("DATABASE_USER"),
        settings.get("DATABASE_PASSWORD"));
  }
}
