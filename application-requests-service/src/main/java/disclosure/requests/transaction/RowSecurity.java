package disclosure.requests.transaction;

import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** Tells PostgreSQL whose records a transaction is about; its row-level security does the rest. */
public final class RowSecurity {

  private static final String EVERYTHING = "*";

  private RowSecurity() {}

  /** Restricts the transaction, until its end, to records of the organs. */
  public static void restrict(Connection connection, Reach reach) throws SQLException {
    restrict(connection, reach, "SELECT set_config('disclosure.reach', :reach, true)");
  }

  /** The same, and the plans of the transaction's statements are made once and kept. */
  public static void restrictPlanned(Connection connection, Reach reach) throws SQLException {
    restrict(
        connection,
        reach,
        "SELECT set_config('disclosure.reach', :reach, true),"
            + " set_config('plan_cache_mode', 'force_generic_plan', true)");
  }

  private static void restrict(Connection connection, Reach reach, String statement)
      throws SQLException {
    Sql.of(connection, statement)
        .with(
            "reach",
            reach.everywhere()
                ? EVERYTHING
                : reach.organs().stream().map(OrganCode::value).collect(Collectors.joining(",")))
        .exists();
  }
}
