package disclosure.requests.personaldata;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * What is encrypted under the key ring beside applications: few rows, which are encrypted anew with
 * everything else when keys are exchanged.
 */
public interface SealedValues {

  /** The rows that are still under an older key. */
  List<UUID> outdated(Connection connection) throws SQLException;

  /** Encrypts what a row holds under the primary key. */
  void encryptAnew(Connection connection, UUID row) throws SQLException;
}
