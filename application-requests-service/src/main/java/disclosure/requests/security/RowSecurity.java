package disclosure.requests.security;

import disclosure.requests.contract.OrganCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** Tells PostgreSQL whose records a transaction is about; its row-level security does the rest. */
public final class RowSecurity {

  private static final String EVERYTHING = "*";

  private RowSecurity() {}

  /** Restricts the transaction, until its end, to records of the organs. */
  public static void restrict(Connection connection, Reach reach) throws SQLException {
    try (PreparedStatement set =
        connection.prepareStatement("SELECT set_config('disclosure.reach', ?, true)")) {
      set.setString(
          1,
          reach.everywhere()
              ? EVERYTHING
              : reach.organs().stream().map(OrganCode::value).collect(Collectors.joining(",")));
      set.execute();
    }
  }
}
