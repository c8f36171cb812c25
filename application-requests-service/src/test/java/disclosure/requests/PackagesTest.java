package disclosure.requests;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.PackageRules;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the packages of the register hold: not too much, and no table of another one. */
class PackagesTest {

  private static final PackageRules PACKAGES =
      new PackageRules(Path.of("src/main/java/disclosure/requests"), "requests");

  /** Which package a table belongs to: no other one names it, but for those below. */
  private static final Map<String, String> OWNERS =
      Map.ofEntries(
          entry("application", "store"),
          entry("application_step", "store"),
          entry("application_answered_again", "store"),
          entry("application_receipt_before", "store"),
          entry("application_idempotency", "registration"),
          entry("step_intake", "steps"),
          entry("audit_block", "audit"),
          entry("audit_entry", "audit"),
          entry("calendar_day", "deadline"),
          entry("calendar_year", "deadline"),
          entry("clock_revision", "deadline"),
          entry("clock_settings", "deadline"),
          entry("differing_repeats", "repetition"),
          entry("dispute", "dispute"),
          entry("dispute_step", "dispute"),
          entry("job", "job"),
          entry("job_piece", "job"),
          entry("job_turn", "job"),
          entry("key_ring_report", "privacy"),
          entry("key_ring_use", "privacy"),
          entry("ledger_import", "ledger"),
          entry("ledger_part", "ledger"),
          entry("ledger_refusal", "ledger"),
          entry("ledger_row", "ledger.result"),
          entry("ledger_word", "ledger.words"),
          entry("organ", "organ"),
          entry("organ_term", "organ"),
          entry("organ_version", "organ"),
          entry("outbox", "outbox"),
          entry("outbox_dropped", "outbox.published"),
          entry("outbox_lease", "outbox"),
          entry("outbox_parked", "outbox"),
          entry("outbox_waiting", "outbox"),
          entry("reencryption", "privacy"),
          entry("republication", "outbox"),
          entry("subscription", "subscription"),
          entry("subscription_dead_letter", "subscription.turn"));

  /** Who reads tables of others, and never writes them. */
  private static final Map<String, Set<String>> READERS =
      Map.of(
          // Lists and searches are one statement over applications and the names of their organs.
          "search",
              Set.of("application", "application_answered_again", "application_step", "organ"),
          // The recount shares nothing with what it checks but the tables.
          "tally", Set.of("application", "application_step", "organ"),
          // Whether there is such an organ comes before whose records a statement may see.
          "security", Set.of("organ"),
          // An organ doesn't begin after what it has received.
          "organ", Set.of("application", "dispute"),
          // What one applicant asked in a month is a sum over his applications and their notices.
          "feequote", Set.of("application", "application_step"),
          // What was sent is told to others in the order in which it was.
          "outbox.published", Set.of("outbox"),
          // How many events were refused is told beside a subscription.
          "subscription", Set.of("subscription_dead_letter"),
          // What a number stands for is read with what was corrected of it since.
          "store.submission", Set.of("application", "application_step"),
          // Why a row was refused stands beside the import's counts.
          "ledger.result", Set.of("ledger_refusal"));

  /** Who keeps something of its own beside an application, in columns that nobody else writes. */
  private static final Map<String, Set<String>> WRITERS =
      Map.of(
          "lookup", Set.of("application"),
          "handling", Set.of("application"),
          // How far a subscription was told stands in columns of its own.
          "subscription.turn", Set.of("subscription"),
          "transfer", Set.of("application"),
          // Who applied is sealed with the application, and anew or forgotten by itself.
          "privacy", Set.of("application", "application_receipt_before", "application_step"));

  @Test
  void no_package_has_more_than_two_thousand_lines() {
    assertThat(PACKAGES.lines())
        .isNotEmpty()
        .allSatisfy((name, lines) -> assertThat(lines).isLessThan(PackageRules.MAX_LINES));
  }

  @Test
  void a_table_is_named_in_sql_only_by_its_owner_and_by_known_readers() {
    assertThat(PACKAGES.trespasses(OWNERS, READERS, WRITERS)).isEmpty();
  }

  @Test
  void every_table_has_an_owner() {
    assertThat(PackageRules.tables()).isEqualTo(OWNERS.keySet());
  }
}
