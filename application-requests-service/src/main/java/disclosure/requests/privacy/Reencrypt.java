package disclosure.requests.privacy;

import disclosure.edge.Caller;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.personaldata.Cell;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.SealedApplicant;
import disclosure.requests.store.EarlierPosts;
import disclosure.requests.store.UuidV7;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.requests.transaction.WriterTransaction;
import disclosure.storage.DatabaseOutage;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Encrypts personal data anew under the primary key, part by part in the background, each part in
 * one transaction with the note how far it got. What is logged meanwhile is under the primary key
 * already.
 */
@ApplicationScoped
class Reencrypt {

  private static final Logger LOG = Logger.getLogger(Reencrypt.class);
  private static final int PART = 200;

  /** Every instance reads a changed key ring, and ends what it was just logging, within this. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private static final String NEXT_ORDER =
      """
      SELECT id, last_id FROM reencryption WHERE finished_at IS NULL AND ordered_at <= ?
      ORDER BY ordered_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
      """;

  private static final String NEXT_PART =
      """
      SELECT id, applicant_name, applicant_identity_number, applicant_contact,
             applicant_fingerprint, content_digest
        FROM application
       WHERE id > coalesce(?::uuid, '00000000-0000-0000-0000-000000000000')
       ORDER BY id
       LIMIT ?
         FOR NO KEY UPDATE
      """;

  private static final String FIND =
      """
      SELECT id, ordered_at, looked_at, encrypted, finished_at,
             (SELECT greatest(reltuples, 0)::bigint FROM pg_class
               WHERE oid = 'requests.application'::regclass) AS total
        FROM reencryption WHERE id = ?
      """;

  private final PersonalDataCipher cipher;
  private final WriterTransaction transaction;
  private final RegisterReader register;
  private final AuditTrail audit;
  private final Clock clock;

  Reencrypt(
      PersonalDataCipher cipher,
      WriterTransaction transaction,
      RegisterReader register,
      AuditTrail audit,
      Clock clock) {
    this.cipher = cipher;
    this.transaction = transaction;
    this.register = register;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is stored encrypted of one application. */
  private record Sealed(UUID id, SealedApplicant applicant, byte[] digest) {

    boolean isCurrent(PersonalDataCipher cipher) {
      return applicant.isCurrent(cipher) && cipher.isCurrent(digest);
    }
  }

  /** Takes the order; it is carried out some seconds later. */
  Reencryption order(Caller caller) throws SQLException {
    UUID id = UuidV7.at(clock.instant());
    transaction.run(
        Reach.EVERYTHING,
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO reencryption (id, ordered_at, client_id) VALUES (?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setTimestamp(2, Timestamp.from(clock.instant()));
            insert.setString(3, caller.clientId());
            insert.executeUpdate();
          }
          audit.append(
              connection,
              caller,
              AuditAction.REENCRYPTION_ORDERED,
              id.toString(),
              Optional.empty(),
              1);
          return id;
        });
    return find(id).orElseThrow();
  }

  Optional<Reencryption> find(UUID id) throws SQLException {
    return register.directory(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new Reencryption(
                          id,
                          row.getTimestamp("ordered_at").toInstant(),
                          Math.max(row.getLong("total"), row.getLong("looked_at")),
                          row.getLong("looked_at"),
                          row.getLong("encrypted"),
                          Optional.ofNullable(row.getTimestamp("finished_at"))
                              .map(Timestamp::toInstant)))
                  : Optional.empty();
            }
          }
        });
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void work() {
    try {
      boolean more = true;
      while (more) {
        more = transaction.run(Reach.EVERYTHING, this::part);
      }
    } catch (DatabaseOutage outage) {
      LOG.debug("Nothing can be encrypted anew just now", outage);
    }
  }

  /** Whether there may be another part. */
  private boolean part(Connection connection) throws SQLException {
    UUID order;
    UUID after;
    try (PreparedStatement select = connection.prepareStatement(NEXT_ORDER)) {
      select.setTimestamp(1, Timestamp.from(clock.instant().minus(GRACE)));
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return false;
        }
        order = row.getObject(1, UUID.class);
        after = row.getObject(2, UUID.class);
      }
    }
    List<Sealed> part = next(connection, after);
    int encrypted = 0;
    for (Sealed sealed : part) {
      if (!sealed.isCurrent(cipher)) {
        encrypt(connection, sealed);
        encrypted++;
      }
    }
    note(connection, order, part, encrypted);
    return true;
  }

  private static List<Sealed> next(Connection connection, UUID after) throws SQLException {
    List<Sealed> part = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(NEXT_PART)) {
      select.setObject(1, after, java.sql.Types.OTHER);
      select.setInt(2, PART);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          part.add(
              new Sealed(
                  row.getObject("id", UUID.class),
                  SealedApplicant.read(row),
                  row.getBytes("content_digest")));
        }
      }
    }
    return part;
  }

  private void encrypt(Connection connection, Sealed sealed) throws SQLException {
    SealedApplicant anew = sealed.applicant().anew(sealed.id(), cipher);
    Cell cell = EarlierPosts.cell(sealed.id());
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE application
               SET applicant_name = ?, applicant_identity_number = ?, applicant_contact = ?,
                   applicant_fingerprint = ?, content_digest = ?
             WHERE id = ?
            """)) {
      update.setBytes(1, anew.name().orElse(null));
      update.setBytes(2, anew.identityNumber().orElse(null));
      update.setBytes(3, anew.contact().orElse(null));
      update.setBytes(4, anew.fingerprint().orElse(null));
      update.setBytes(5, cipher.encrypt(cipher.decrypt(sealed.digest(), cell), cell));
      update.setObject(6, sealed.id());
      update.executeUpdate();
    }
  }

  private void note(Connection connection, UUID order, List<Sealed> part, int encrypted)
      throws SQLException {
    Instant now = clock.instant();
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE reencryption
               SET last_id = coalesce(?::uuid, last_id), looked_at = looked_at + ?,
                   encrypted = encrypted + ?, finished_at = ?
             WHERE id = ?
            """)) {
      update.setObject(
          1, part.isEmpty() ? null : part.get(part.size() - 1).id(), java.sql.Types.OTHER);
      update.setInt(2, part.size());
      update.setInt(3, encrypted);
      update.setTimestamp(4, part.isEmpty() ? Timestamp.from(now) : null);
      update.setObject(5, order);
      update.executeUpdate();
    }
  }
}
