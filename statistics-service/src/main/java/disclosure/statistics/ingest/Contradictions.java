package disclosure.statistics.ingest;

import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Looks whether a state that was not newer has other content than the one held. */
final class Contradictions {

  private Contradictions() {}

  static void check(
      Connection connection,
      String table,
      String idColumn,
      String idType,
      NewestVersions.Versioned<? extends Record> event,
      Rejections rejections)
      throws SQLException {
    Sql.of(
            connection,
            String.format(
                Locale.ROOT,
                "SELECT version, digest FROM %s WHERE %s = :id::%s",
                table,
                idColumn,
                idType))
        .with("id", event.id())
        .forEach(
            row -> {
              if (event.contradicts(row.getLong("version"), row.getBytes("digest"))) {
                rejections.contradiction(event.offset(), event.id(), event.version());
              }
            });
  }
}
