package disclosure.requests.organ;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RowSecurity;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** The first day on which something was received that counts as an organ's. */
final class EarliestRecord {

  private static final String SQL =
      """
      WITH since (day) AS (SELECT coalesce(:since::date, '-infinity'))
      SELECT least(
        (SELECT min(received_on) FROM requests.application
          WHERE organ_code = :organ AND received_on >= day AND status <> 'VOIDED'),
        (SELECT min(accepted_on) FROM requests.dispute
          WHERE organ_code = :organ AND accepted_on >= day AND NOT voided)) AS earliest
        FROM since
      """;

  private EarliestRecord() {}

  /**
   * That day, when there is any; from then on the transaction is about the organ alone.
   *
   * @param since before which it isn't looked for
   */
  static Optional<LocalDate> of(Connection connection, OrganCode organ, Optional<LocalDate> since)
      throws SQLException {
    RowSecurity.restrict(connection, new Reach(false, Set.of(organ)));
    return Sql.of(connection, SQL)
        .with("organ", organ)
        .with("since", since)
        .rows(row -> Optional.ofNullable(row.getObject("earliest", LocalDate.class)))
        .get(0);
  }
}
