package disclosure.statistics.reconcile;

import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** The first year in which anything counts. */
final class FirstYear {

  private FirstYear() {}

  static Optional<Integer> read(Connection connection) throws SQLException {
    return Sql.of(connection, "SELECT min(day) AS day FROM daily_count")
        .one(FirstDay.class)
        .day()
        .map(LocalDate::getYear);
  }

  private record FirstDay(Optional<LocalDate> day) {}
}
