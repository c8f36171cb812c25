package disclosure.requests.search.found;

import disclosure.requests.contract.OrganCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * The other side of an application that one organ handed to another.
 *
 * @param id the other organ's application
 * @param organName as the directory has it now
 */
public record FoundCounterpart(UUID id, OrganCode organCode, String organName) {

  public static Optional<FoundCounterpart> read(ResultSet row, String column) throws SQLException {
    UUID id = row.getObject(column, UUID.class);
    return id == null
        ? Optional.empty()
        : Optional.of(
            new FoundCounterpart(
                id,
                new OrganCode(row.getString(column + "_organ")),
                row.getString(column + "_name")));
  }
}
