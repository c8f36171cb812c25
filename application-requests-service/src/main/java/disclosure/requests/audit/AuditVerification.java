package disclosure.requests.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.storage.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Recalculates the whole chain of the audit trail. */
@ApplicationScoped
class AuditVerification {

  private static final int MAX_FAULTS = 100;
  private static final int MAX_UNSEALED = 100_000;

  private static final String ENTRIES =
      "SELECT "
          + AuditEntry.COLUMNS
          + """

            FROM requests.audit_entry
           WHERE id >= lower(:ids::int8multirange) AND id < upper(:ids::int8multirange)
             AND id <@ :ids::int8multirange
           ORDER BY id
          """;

  private static final String IDS =
      "SELECT id FROM unnest(:ids::int8multirange) part, generate_series(lower(part), upper(part) - 1)"
          + " id ORDER BY id";

  /** Entries that were put in long after their neighbours were sealed. */
  private static final String NEVER_SEALED =
      """
      WITH sealed AS (
        SELECT coalesce(range_agg(entry_ids), '{}') AS ids,
               coalesce(max(upper(entry_ids)), 0) - 100000 AS low
          FROM requests.audit_block
      )
      SELECT id FROM requests.audit_entry, sealed WHERE id <= low AND NOT id <@ ids
      ORDER BY id LIMIT :most
      """;

  private final RegisterReader register;
  private final Clock clock;
  private final AtomicLong verifiedAt = new AtomicLong();

  AuditVerification(RegisterReader register, MeterRegistry meters, Clock clock) {
    this.register = register;
    this.clock = clock;
    Gauge.builder("audit.chain.verified.timestamp", verifiedAt, AtomicLong::get)
        .description("when the audit trail was last found intact; 0 before the first time")
        .baseUnit("seconds")
        .register(meters);
  }

  /** What can be wrong. */
  @Schema(name = "AuditFaultKind")
  enum Kind {
    /** An entry says something else than when it was sealed. */
    ENTRY_CHANGED,
    /** A sealed entry is gone. */
    ENTRY_REMOVED,
    /**
     * An entry was put among older ones: none of a transaction that was open when they were sealed.
     */
    ENTRY_INSERTED,
    /** A block is not what was sealed, or is missing. */
    BLOCK_BROKEN,
    /** The block that the caller noted is not in the chain. */
    NOTED_BLOCK_MISSING
  }

  /** Something wrong, at an entry or a block. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record AuditFault(Kind kind, Optional<Long> entryId, Optional<Long> block) {}

  /** The newest block: who notes it elsewhere can prove later that nothing was cut off. */
  @Schema(name = "AuditBlock")
  record Head(long block, String digest, Instant sealedAt) {}

  /**
   * The result.
   *
   * @param intact whether nothing is wrong
   * @param blocks how many blocks there are
   * @param entries how many entries they seal
   * @param unsealed how many entries wait to be sealed
   * @param faults what is wrong, at most {@value #MAX_FAULTS} of it
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "AuditVerification")
  record Result(
      boolean intact,
      long blocks,
      long entries,
      long unsealed,
      Optional<Head> head,
      List<AuditFault> faults) {}

  /**
   * Verifies everything in one snapshot.
   *
   * @param noted a block's number and digest that were noted earlier
   */
  Result verify(Optional<Head> noted) throws SQLException {
    Result result = register.read(Reach.EVERYTHING, connection -> verify(connection, noted));
    if (result.intact()) {
      verifiedAt.set(clock.instant().getEpochSecond());
    }
    return result;
  }

  private static Result verify(Connection connection, Optional<Head> noted) throws SQLException {
    List<AuditFault> faults = new ArrayList<>();
    boolean notedFound = noted.isEmpty();
    long entries = 0;
    long blocks = 0;
    SealedBefore sealedBefore = new SealedBefore();
    Optional<AuditBlock> before = Optional.empty();
    Optional<AuditBlock> next = AuditBlock.after(connection, 0);
    while (next.isPresent()) {
      AuditBlock block = next.get();
      if (!block.follows(before)) {
        faults.add(
            new AuditFault(Kind.BLOCK_BROKEN, Optional.empty(), Optional.of(block.number())));
      }
      entries += check(connection, block, sealedBefore, faults);
      notedFound |= noted.filter(head -> isSame(head, block)).isPresent();
      blocks++;
      before = next;
      next = AuditBlock.after(connection, block.number());
    }
    List<AuditEntry> unsealed = unsealed(connection);
    for (AuditEntry waiting : unsealed) {
      if (sealedBefore.tells(waiting)) {
        faults.add(at(Kind.ENTRY_INSERTED, waiting.id(), Optional.empty()));
      }
    }
    insertedIds(connection)
        .forEach(id -> faults.add(at(Kind.ENTRY_INSERTED, id, Optional.empty())));
    if (!notedFound) {
      faults.add(
          new AuditFault(Kind.NOTED_BLOCK_MISSING, Optional.empty(), noted.map(Head::block)));
    }
    return new Result(
        faults.isEmpty(),
        blocks,
        entries,
        unsealed.size(),
        before.map(
            last ->
                new Head(last.number(), HexFormat.of().formatHex(last.digest()), last.sealedAt())),
        List.copyOf(faults.subList(0, Math.min(MAX_FAULTS, faults.size()))));
  }

  /** Looks at the entries of a block, and tells how many it seals. */
  private static int check(
      Connection connection, AuditBlock block, SealedBefore sealedBefore, List<AuditFault> faults)
      throws SQLException {
    List<AuditEntry> present = entries(connection, block);
    int found = 0;
    int place = 0;
    List<Long> ids = ids(connection, block);
    for (long id : ids) {
      if (found < present.size() && present.get(found).id() == id) {
        if (!block.holds(place, ids.size(), present.get(found))) {
          faults.add(at(Kind.ENTRY_CHANGED, id, Optional.of(block.number())));
        } else if (sealedBefore.tells(present.get(found))) {
          faults.add(at(Kind.ENTRY_INSERTED, id, Optional.of(block.number())));
        }
        found++;
      } else {
        faults.add(at(Kind.ENTRY_REMOVED, id, Optional.of(block.number())));
      }
      place++;
    }
    if (!present.isEmpty()) {
      sealedBefore.add(block, present.get(present.size() - 1).id());
    }
    return ids.size();
  }

  private static AuditFault at(Kind kind, long entryId, Optional<Long> block) {
    return new AuditFault(kind, Optional.of(entryId), block);
  }

  private static boolean isSame(Head noted, AuditBlock block) {
    return noted.block() == block.number()
        && noted.digest().equals(HexFormat.of().formatHex(block.digest()));
  }

  private static List<AuditEntry> entries(Connection connection, AuditBlock block)
      throws SQLException {
    return Sql.of(connection, ENTRIES).with("ids", block.entryIds()).rows(AuditEntry::read);
  }

  private static List<Long> ids(Connection connection, AuditBlock block) throws SQLException {
    return Sql.of(connection, IDS).with("ids", block.entryIds()).list(Long.class);
  }

  private static List<Long> insertedIds(Connection connection) throws SQLException {
    return Sql.of(connection, NEVER_SEALED).with("most", MAX_FAULTS).list(Long.class);
  }

  private static List<AuditEntry> unsealed(Connection connection) throws SQLException {
    return Sql.of(connection, AuditSealer.UNSEALED)
        .with("most", MAX_UNSEALED)
        .rows(AuditEntry::read);
  }
}
