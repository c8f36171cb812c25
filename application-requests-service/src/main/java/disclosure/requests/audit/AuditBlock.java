package disclosure.requests.audit;

import disclosure.storage.Sql;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Some entries that were sealed together.
 *
 * @param number from 1, without gaps
 * @param entryIds their ids, as PostgreSQL writes a multirange
 * @param entryDigests the first {@value #SHORT} bytes of each entry's digest, then the same of each
 *     one's with its writer, which blocks of former releases don't have; these read no further than
 *     they know
 * @param snapshot which transactions were open; absent when that was not noted yet
 * @param digest over the above and the digest of the block before
 */
record AuditBlock(
    long number,
    String entryIds,
    byte[] entryDigests,
    Optional<Snapshot> snapshot,
    byte[] digest,
    Instant sealedAt) {

  static final int SHORT = 8;

  private static final byte[] BEFORE_ALL = new byte[32];
  private static final String COLUMNS =
      "number, entry_ids, entry_digests, snapshot, digest, sealed_at";

  /** Seals entries, which are given in the order of their ids. */
  static AuditBlock of(
      Optional<AuditBlock> before,
      String entryIds,
      List<AuditEntry> entries,
      Snapshot snapshot,
      Instant now) {
    ByteBuffer digests = ByteBuffer.allocate(2 * SHORT * entries.size());
    entries.forEach(entry -> digests.put(entry.digest(), 0, SHORT));
    entries.forEach(entry -> digests.put(entry.digestWithWriter(), 0, SHORT));
    long number = before.map(AuditBlock::number).orElse(0L) + 1;
    byte[] previous = before.map(AuditBlock::digest).orElse(BEFORE_ALL);
    return new AuditBlock(
        number,
        entryIds,
        digests.array(),
        Optional.of(snapshot),
        digest(number, entryIds, digests.array(), Optional.of(snapshot), previous),
        now);
  }

  /** Whether the block is what was sealed after the given one. */
  boolean follows(Optional<AuditBlock> before) {
    byte[] previous = before.map(AuditBlock::digest).orElse(BEFORE_ALL);
    return number == before.map(AuditBlock::number).orElse(0L) + 1
        && MessageDigest.isEqual(
            digest, digest(number, entryIds, entryDigests, snapshot, previous));
  }

  /**
   * Whether the entry is the one that was sealed at the place. The first releases, which may run
   * beside this one, seal whose connection it came on under no digest; but the entry has to agree
   * with itself.
   *
   * @param size how many entries the block seals
   */
  boolean holds(int place, int size, AuditEntry entry) {
    return isAt(place, entry.digest())
        && (entryDigests.length == SHORT * size || isAt(size + place, entry.digestWithWriter()))
        && entry.namesWhoIsSealed();
  }

  private boolean isAt(int place, byte[] digest) {
    int from = place * SHORT;
    return from + SHORT <= entryDigests.length
        && Arrays.equals(entryDigests, from, from + SHORT, digest, 0, SHORT);
  }

  static Optional<AuditBlock> last(Connection connection) throws SQLException {
    return Sql.of(
            connection,
            "SELECT " + COLUMNS + " FROM requests.audit_block ORDER BY number DESC LIMIT 1")
        .firstRow(AuditBlock::read);
  }

  /** The first block after the one with the number, if there is any. */
  static Optional<AuditBlock> after(Connection connection, long number) throws SQLException {
    return Sql.of(
            connection,
            "SELECT "
                + COLUMNS
                + " FROM requests.audit_block WHERE number > :number ORDER BY number LIMIT 1")
        .with("number", number)
        .firstRow(AuditBlock::read);
  }

  void insert(Connection connection) throws SQLException {
    Sql.of(
            connection,
            "INSERT INTO requests.audit_block ("
                + COLUMNS
                + ") VALUES (:number, :entryIds::int8multirange, :entryDigests,"
                + " :snapshot::pg_snapshot, :digest, :sealedAt)")
        .all(this)
        .with("snapshot", snapshot.map(Snapshot::text))
        .update();
  }

  private static AuditBlock read(ResultSet row) throws SQLException {
    return new AuditBlock(
        row.getLong("number"),
        row.getString("entry_ids"),
        row.getBytes("entry_digests"),
        Optional.ofNullable(row.getString("snapshot")).map(Snapshot::of),
        row.getBytes("digest"),
        row.getTimestamp("sealed_at").toInstant());
  }

  private static byte[] digest(
      long number,
      String entryIds,
      byte[] entryDigests,
      Optional<Snapshot> snapshot,
      byte[] previous) {
    MessageDigest digest = AuditEntry.sha256();
    digest.update(previous);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    digest.update(entryIds.getBytes(StandardCharsets.US_ASCII));
    digest.update(entryDigests);
    snapshot.ifPresent(known -> digest.update(known.text().getBytes(StandardCharsets.US_ASCII)));
    return digest.digest();
  }
}
