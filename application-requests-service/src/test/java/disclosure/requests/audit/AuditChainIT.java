package disclosure.requests.audit;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.Caller;
import disclosure.edge.CallerScope;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.TestDatabase;
import disclosure.requests.audit.AuditVerification.AuditFault;
import disclosure.requests.audit.AuditVerification.Head;
import disclosure.requests.audit.AuditVerification.Kind;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.security.TestReaders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database administrator who edits the audit trail. */
@Tag("slow")
class AuditChainIT {

  private static final Caller CALLER = new Caller("client", new CallerScope(true, Set.of()));
  private static final Caller WANG = new Caller("pages", CALLER.scope(), Optional.of("wang"));
  private static final Caller LI = new Caller("pages", CALLER.scope(), Optional.of("li"));
  private static int databases;

  private TestDatabase database;
  private AuditSealer sealer;
  private AuditVerification verification;

  @BeforeEach
  void sealedEntries() throws SQLException {
    database = TestDatabase.create("audit_chain_" + databases++);
    sealer = new AuditSealer(database.service(), Clock.systemUTC(), new SimpleMeterRegistry());
    verification =
        new AuditVerification(
            TestReaders.of(database.service()), new SimpleMeterRegistry(), Clock.systemUTC());
    for (int block = 0; block < 3; block++) {
      append(4);
      sealer.seal();
    }
  }

  @Test
  void what_nobody_touched_is_intact() throws SQLException {
    AuditVerification.Result result = verification.verify(Optional.empty());
    assertThat(result.faults()).isEmpty();
    assertThat(result.intact()).isTrue();
    assertThat(result.entries()).isEqualTo(12);
    assertThat(result.blocks()).isEqualTo(3);
    append(1);
    assertThat(verification.verify(Optional.empty()).unsealed()).isEqualTo(1);
    sealer.seal();
    assertThat(verification.verify(result.head()).intact()).isTrue();
    assertThat(verification.verify(Optional.empty()).unsealed()).isZero();
    assertThat(sealer.seal()).isFalse();
    assertThat(verification.verify(Optional.empty()).blocks()).isEqualTo(4);
  }

  @Test
  void an_entry_that_becomes_visible_after_younger_ones_is_sealed_too() throws SQLException {
    try (Connection slow = database.service().getConnection()) {
      slow.setAutoCommit(false);
      append(slow);
      append(2);
      sealer.seal();
      slow.commit();
    }
    assertThat(verification.verify(Optional.empty()).unsealed()).isEqualTo(1);
    sealer.seal();
    AuditVerification.Result result = verification.verify(Optional.empty());
    assertThat(result.intact()).isTrue();
    assertThat(result.entries()).isEqualTo(15);
    assertThat(result.unsealed()).isZero();
  }

  @Test
  void an_entry_of_the_youngest_transaction_is_not_taken_for_one_that_was_put_in()
      throws SQLException {
    try (Connection older = database.service().getConnection();
        Connection youngest = database.service().getConnection();
        Statement numbered = older.createStatement()) {
      older.setAutoCommit(false);
      youngest.setAutoCommit(false);
      numbered.execute("SELECT pg_current_xact_id()");
      append(youngest);
      append(older);
      older.commit();
      sealer.seal();
      youngest.commit();
    }
    assertThat(verification.verify(Optional.empty()).faults()).isEmpty();
    sealer.seal();
    AuditVerification.Result result = verification.verify(Optional.empty());
    assertThat(result.faults()).isEmpty();
    assertThat(result.entries()).isEqualTo(14);
  }

  @Test
  void a_changed_entry_is_named() throws SQLException {
    for (String change :
        new String[] {
          "client_id = 'somebody else'",
          "recorded_at = recorded_at - interval '1 microsecond'",
          "action = 'ORGAN_CHANGED'",
          "subject_id = 'x'",
          "organ_code = NULL",
          "version = version + 1",
          "written_by = 'requests_service@10.0.0.1'",
          "person = 'somebody else'",
          "on_behalf_of = 'somebody else'",
          "person = 'somebody else', written_by = written_by || E'\\nperson somebody else'"
        }) {
      tamper("UPDATE requests.audit_entry SET " + change + " WHERE id = 6");
      assertThat(verification.verify(Optional.empty()).faults())
          .as(change)
          .containsExactly(new AuditFault(Kind.ENTRY_CHANGED, Optional.of(6L), Optional.of(2L)));
    }
  }

  @Test
  void the_person_behind_an_entry_is_neither_exchanged_nor_taken_away_unseen() throws SQLException {
    append(WANG);
    append(LI);
    sealer.seal();
    AuditVerification.Result untouched = verification.verify(Optional.empty());
    assertThat(untouched.faults()).isEmpty();
    assertThat(untouched.entries()).isEqualTo(14);
    for (String change :
        List.of(
            "person = 'li'",
            "person = NULL",
            "on_behalf_of = 'li'",
            "person = 'li', written_by = replace(written_by, 'wang', 'li')",
            "person = NULL, written_by = split_part(written_by, E'\\n', 1)")) {
      tamper("CREATE TABLE requests.kept AS SELECT * FROM requests.audit_entry WHERE id = 13");
      tamper("UPDATE requests.audit_entry SET " + change + " WHERE id = 13");
      assertThat(verification.verify(Optional.empty()).faults())
          .as(change)
          .containsExactly(new AuditFault(Kind.ENTRY_CHANGED, Optional.of(13L), Optional.of(4L)));
      tamper(
          "UPDATE requests.audit_entry entry SET person = kept.person,"
              + " on_behalf_of = kept.on_behalf_of, written_by = kept.written_by"
              + " FROM requests.kept WHERE entry.id = 13");
      tamper("DROP TABLE requests.kept");
    }
    assertThat(verification.verify(Optional.empty()).intact()).isTrue();
  }

  @Test
  void what_was_written_before_persons_were_noted_stays_intact_beside_what_names_them()
      throws SQLException {
    TestDatabase older = TestDatabase.createAt("audit_chain_older", "202611301040");
    String asBefore =
        """
        INSERT INTO requests.audit_entry
          (recorded_at, client_id, action, subject_kind, subject_id, organ_code, version)
        SELECT now(), 'pages', 'APPLICANT_READ', 'APPLICATION', 'x', NULL, 1
          FROM generate_series(1, 3)
        """;
    execute(older, asBefore);
    older.migrate("latest");
    AuditSealer sealing =
        new AuditSealer(older.service(), Clock.systemUTC(), new SimpleMeterRegistry());
    sealing.seal();
    append(older, WANG);
    execute(older, asBefore);
    sealing.seal();

    AuditVerification.Result result =
        new AuditVerification(
                TestReaders.of(older.service()), new SimpleMeterRegistry(), Clock.systemUTC())
            .verify(Optional.empty());
    assertThat(result.faults()).isEmpty();
    assertThat(result.entries()).isEqualTo(7);
    assertThat(result.unsealed()).isZero();
  }

  @Test
  void two_instances_name_two_people_in_one_chain() throws Exception {
    AuditSealer other =
        new AuditSealer(database.service(), Clock.systemUTC(), new SimpleMeterRegistry());
    CompletableFuture<Void> first = busy(WANG, sealer);
    CompletableFuture<Void> second = busy(LI, other);
    first.get();
    second.get();
    while (verification.verify(Optional.empty()).unsealed() > 0) {
      sealer.seal();
    }

    AuditVerification.Result result = verification.verify(Optional.empty());
    assertThat(result.faults()).isEmpty();
    assertThat(result.entries()).isEqualTo(52);
    try (Connection connection = database.owner().getConnection();
        ResultSet named =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT string_agg(DISTINCT person, ',' ORDER BY person)"
                        + " FROM requests.audit_entry")) {
      assertThat(named.next()).isTrue();
      assertThat(named.getString(1)).isEqualTo("li,wang");
    }
  }

  private CompletableFuture<Void> busy(Caller person, AuditSealer sealing) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            for (int i = 0; i < 20; i++) {
              append(person);
              sealing.seal();
            }
          } catch (SQLException failure) {
            throw new IllegalStateException(failure);
          }
        });
  }

  @Test
  void a_block_of_a_release_that_did_not_seal_writers_is_verified_as_far_as_it_goes()
      throws SQLException {
    tamper(
        """
        UPDATE requests.audit_block block
           SET entry_digests = substr(block.entry_digests, 1, 4 * 8),
               digest = sha256(before.digest || int8send(block.number)
                               || convert_to(block.entry_ids::text, 'UTF8')
                               || substr(block.entry_digests, 1, 4 * 8)
                               || convert_to(block.snapshot::text, 'UTF8'))
          FROM requests.audit_block before WHERE before.number = 2 AND block.number = 3
        """);
    append(4);
    sealer.seal();
    AuditVerification.Result result = verification.verify(Optional.empty());
    assertThat(result.faults()).isEmpty();
    assertThat(result.entries()).isEqualTo(16);
    tamper("UPDATE requests.audit_entry SET written_by = 'x' WHERE id = 10");
    assertThat(verification.verify(Optional.empty()).intact()).isTrue();
    tamper("UPDATE requests.audit_entry SET person = 'wang' WHERE id = 10");
    assertThat(verification.verify(Optional.empty()).intact()).isFalse();
    // Such a release seals what a younger one writes beside it.
    tamper("UPDATE requests.audit_entry SET written_by = E'x\\nperson wang' WHERE id = 10");
    assertThat(verification.verify(Optional.empty()).intact()).isTrue();
    tamper("UPDATE requests.audit_entry SET person = NULL, written_by = 'x' WHERE id = 10");
    tamper("UPDATE requests.audit_entry SET version = 9 WHERE id = 10");
    assertThat(verification.verify(Optional.empty()).faults())
        .containsExactly(new AuditFault(Kind.ENTRY_CHANGED, Optional.of(10L), Optional.of(3L)));
  }

  @Test
  void a_removed_entry_is_named() throws SQLException {
    tamper("DELETE FROM requests.audit_entry WHERE id = 7");
    assertThat(verification.verify(Optional.empty()).faults())
        .containsExactly(new AuditFault(Kind.ENTRY_REMOVED, Optional.of(7L), Optional.of(2L)));
  }

  @Test
  void an_entry_put_among_old_ones_is_named() throws SQLException {
    tamper("ALTER TABLE requests.audit_entry ALTER COLUMN id RESTART WITH 200000");
    append(1);
    sealer.seal();
    tamper(
        """
        INSERT INTO requests.audit_entry
          (id, recorded_at, client_id, action, subject_kind, subject_id, organ_code, version)
        OVERRIDING SYSTEM VALUE
        SELECT 50, recorded_at, client_id, action, subject_kind, subject_id, organ_code, version
        FROM requests.audit_entry WHERE id = 5
        """);
    sealer.seal();
    assertThat(verification.verify(Optional.empty()).faults())
        .containsExactly(new AuditFault(Kind.ENTRY_INSERTED, Optional.of(50L), Optional.empty()));
  }

  @Test
  void an_entry_put_among_young_ones_is_named_before_and_after_it_is_sealed() throws SQLException {
    tamper("DELETE FROM requests.audit_entry WHERE id = 13");
    tamper("ALTER TABLE requests.audit_entry ALTER COLUMN id RESTART WITH 14");
    append(2);
    sealer.seal();
    for (String written : List.of("DEFAULT", "NULL", "'3'")) {
      tamper(
          """
          INSERT INTO requests.audit_entry
            (id, recorded_at, client_id, action, subject_kind, subject_id, organ_code, version, written_in)
          OVERRIDING SYSTEM VALUE
          VALUES (13, now(), 'client', 'ORGAN_REGISTERED', 'ORGAN', 'x', NULL, 1, %s)
          """
              .formatted(written));
      assertThat(verification.verify(Optional.empty()).faults())
          .as("written in " + written)
          .containsExactly(new AuditFault(Kind.ENTRY_INSERTED, Optional.of(13L), Optional.empty()));
      tamper("DELETE FROM requests.audit_entry WHERE id = 13");
    }
    tamper(
        """
        INSERT INTO requests.audit_entry
          (id, recorded_at, client_id, action, subject_kind, subject_id, organ_code, version)
        OVERRIDING SYSTEM VALUE
        VALUES (13, now(), 'client', 'ORGAN_REGISTERED', 'ORGAN', 'x', NULL, 1)
        """);
    sealer.seal();
    assertThat(verification.verify(Optional.empty()).faults())
        .containsExactly(new AuditFault(Kind.ENTRY_INSERTED, Optional.of(13L), Optional.of(5L)));
  }

  @Test
  void a_changed_or_missing_block_breaks_the_chain() throws SQLException {
    tamper("UPDATE requests.audit_block SET digest = sha256('x') WHERE number = 2");
    assertThat(verification.verify(Optional.empty()).faults())
        .extracting(AuditFault::kind, AuditFault::block)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.BLOCK_BROKEN, Optional.of(2L)),
            org.assertj.core.groups.Tuple.tuple(Kind.BLOCK_BROKEN, Optional.of(3L)));
    tamper("DELETE FROM requests.audit_block WHERE number = 2");
    assertThat(verification.verify(Optional.empty()).faults())
        .extracting(AuditFault::kind)
        .contains(Kind.BLOCK_BROKEN);
  }

  @Test
  void a_trail_that_was_cut_off_is_found_by_a_noted_block() throws SQLException {
    Optional<Head> noted = verification.verify(Optional.empty()).head();
    tamper("DELETE FROM requests.audit_block WHERE number = 3");
    tamper("DELETE FROM requests.audit_entry WHERE id > 8");
    assertThat(verification.verify(Optional.empty()).intact()).isTrue();
    assertThat(verification.verify(noted).faults())
        .extracting(AuditFault::kind)
        .containsExactly(Kind.NOTED_BLOCK_MISSING);
  }

  private void append(int entries) throws SQLException {
    try (Connection connection = database.service().getConnection()) {
      for (int i = 0; i < entries; i++) {
        append(connection);
      }
    }
  }

  private static void append(Connection connection) throws SQLException {
    append(connection, CALLER);
  }

  private void append(Caller caller) throws SQLException {
    append(database, caller);
  }

  private static void append(TestDatabase database, Caller caller) throws SQLException {
    try (Connection connection = database.service().getConnection()) {
      append(connection, caller);
    }
  }

  private static void append(Connection connection, Caller caller) throws SQLException {
    new AuditTrail(Clock.systemUTC())
        .append(
            connection, caller, AuditAction.ORGAN_REGISTERED, new OrganCode(TestOrgans.OFFICE), 1);
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.service().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void tamper(String sql) throws SQLException {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE requests.audit_entry DISABLE TRIGGER USER");
      statement.execute("ALTER TABLE requests.audit_block DISABLE TRIGGER USER");
      statement.execute(sql);
    }
  }
}
