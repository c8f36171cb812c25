package disclosure.requests.ledger;

import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.SealedValues;
import disclosure.requests.personaldata.UnreadablePersonalData;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of imports that wait, when keys are exchanged: parked ones do so for days. */
@ApplicationScoped
class SealedParts implements SealedValues {

  private final PersonalDataCipher cipher;

  SealedParts(PersonalDataCipher cipher) {
    this.cipher = cipher;
  }

  private record Head(UUID id, byte[] head) {}

  /** Those that no key opens are passed over: no older key is needed for them. */
  @Override
  public List<UUID> outdated(Connection connection) throws SQLException {
    List<UUID> outdated = new ArrayList<>();
    for (Head part :
        Sql.of(connection, "SELECT id, substr(content, 1, 5) AS head FROM ledger_part")
            .list(Head.class)) {
      if (!cipher.isCurrent(part.head()) && opened(connection, part.id()).isPresent()) {
        outdated.add(part.id());
      }
    }
    return outdated;
  }

  @Override
  public void encryptAnew(Connection connection, UUID row) throws SQLException {
    Optional<byte[]> rows = opened(connection, row);
    if (rows.isPresent()) {
      Sql.of(connection, "UPDATE ledger_part SET content = :content WHERE id = :id")
          .with("content", cipher.encrypt(rows.get(), LedgerParts.cell(row)))
          .with("id", row)
          .update();
    }
  }

  private Optional<byte[]> opened(Connection connection, UUID part) throws SQLException {
    try {
      return Sql.of(connection, "SELECT content FROM ledger_part WHERE id = :id FOR UPDATE")
          .with("id", part)
          .firstRow(row -> cipher.decrypt(row.getBytes("content"), LedgerParts.cell(part)));
    } catch (UnreadablePersonalData told) {
      return Optional.empty();
    }
  }
}
