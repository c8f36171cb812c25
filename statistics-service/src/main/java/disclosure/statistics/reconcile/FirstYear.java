package disclosure.statistics.reconcile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** The first year in which anything counts. */
final class FirstYear {

  private FirstYear() {}

  static Optional<Integer> read(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT min(day) FROM daily_count");
        ResultSet row = select.executeQuery()) {
      row.next();
      return Optional.ofNullable(row.getObject(1, LocalDate.class)).map(LocalDate::getYear);
    }
  }
}
