package disclosure.requests.subscription;

import disclosure.requests.personaldata.SealedValues;
import disclosure.requests.subscription.turn.Secrets;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The secrets in the database, when keys are exchanged. */
@ApplicationScoped
class SealedSecrets implements SealedValues {

  private final Secrets secrets;

  SealedSecrets(Secrets secrets) {
    this.secrets = secrets;
  }

  private record Row(UUID id, byte[] secret, Optional<byte[]> earlierSecret) {}

  @Override
  public List<UUID> outdated(Connection connection) throws SQLException {
    return Sql.of(connection, "SELECT id, secret, earlier_secret FROM requests.subscription")
        .list(Row.class)
        .stream()
        .filter(row -> !isCurrent(row))
        .map(Row::id)
        .toList();
  }

  @Override
  public void encryptAnew(Connection connection, UUID row) throws SQLException {
    Optional<Row> sealed =
        Sql.of(
                connection,
                """
                SELECT id, secret, earlier_secret FROM requests.subscription
                 WHERE id = :id FOR NO KEY UPDATE
                """)
            .with("id", row)
            .first(Row.class);
    if (sealed.isEmpty()) {
      return;
    }
    Sql.of(
            connection,
            """
            UPDATE requests.subscription SET secret = :secret, earlier_secret = :earlier
             WHERE id = :id
            """)
        .with("id", row)
        .with("secret", anew(sealed.get().secret(), row, Secrets.SECRET))
        .with(
            "earlier",
            sealed.get().earlierSecret().map(earlier -> anew(earlier, row, Secrets.EARLIER)))
        .update();
  }

  private boolean isCurrent(Row row) {
    return secrets.isCurrent(row.secret())
        && row.earlierSecret().map(secrets::isCurrent).orElse(true);
  }

  private byte[] anew(byte[] sealed, UUID row, String column) {
    return secrets.seal(secrets.open(sealed, row, column), row, column);
  }
}
