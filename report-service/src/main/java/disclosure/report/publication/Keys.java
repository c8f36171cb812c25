package disclosure.report.publication;

import disclosure.report.content.ReportId;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The key columns of a report, which come first in every statement. */
final class Keys {

  private Keys() {}

  /** Binds organ, year and scope; answers the index after them. */
  static int bind(PreparedStatement statement, ReportId id) throws SQLException {
    statement.setString(1, id.organ().value());
    statement.setInt(2, id.year());
    statement.setString(3, id.scope().name());
    return 4;
  }
}
