package disclosure.requests.audit;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.TestOrgans;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is sealed of an entry, to the byte: what was sealed years ago is verified by it. */
class AuditEntryTest {

  private static final String CONNECTION = "requests_service@10.0.0.1";

  @Test
  void an_entry_that_names_nobody_is_sealed_as_it_always_was() {
    AuditEntry entry = entry(Optional.empty(), Optional.empty(), CONNECTION);

    assertThat(HexFormat.of().formatHex(entry.digest()))
        .isEqualTo("ae20e8bea3e69e1d489be47e8d3b086f813dfe677d94563c3a22008b4055c486");
    assertThat(HexFormat.of().formatHex(entry.digestWithWriter()))
        .isEqualTo("87cd7067bc745303f87e5bc9468f5d427d6f69ecfb2644b169c2c61c5b09c12b");
    assertThat(entry.namesWhoIsSealed()).isTrue();
  }

  @Test
  void who_stands_behind_the_client_is_sealed_with_whose_connection_it_was() {
    AuditEntry entry =
        entry(
            Optional.of("wang.li"),
            Optional.of("法规股"),
            CONNECTION + "\nperson wang.li\non behalf of 法规股");

    assertThat(HexFormat.of().formatHex(entry.digestWithWriter()))
        .isEqualTo("9b6601b8a9a26dc4403cb3f15894f128e0a68ad2a111104b31fdc582a4402f48");
    assertThat(entry.namesWhoIsSealed()).isTrue();
  }

  @Test
  void another_person_than_is_sealed_is_seen() {
    String sealed = CONNECTION + "\nperson a\non behalf of b";

    assertThat(entry(Optional.of("a"), Optional.of("b"), sealed).namesWhoIsSealed()).isTrue();
    assertThat(entry(Optional.of("c"), Optional.of("b"), sealed).namesWhoIsSealed()).isFalse();
    assertThat(entry(Optional.of("a"), Optional.empty(), sealed).namesWhoIsSealed()).isFalse();
    assertThat(entry(Optional.empty(), Optional.of("b"), sealed).namesWhoIsSealed()).isFalse();
    assertThat(entry(Optional.of("a\non behalf of b"), Optional.empty(), sealed).namesWhoIsSealed())
        .isFalse();
    assertThat(entry(Optional.of("a"), Optional.empty(), CONNECTION).namesWhoIsSealed()).isFalse();
  }

  private static AuditEntry entry(
      Optional<String> person, Optional<String> onBehalfOf, String writing) {
    return new AuditEntry(
        7,
        Instant.parse("2026-11-29T08:00:00.123456Z"),
        "pages",
        "APPLICANT_READ",
        "APPLICATION",
        "a1",
        Optional.of(TestOrgans.OFFICE),
        3,
        Optional.of(99L),
        Optional.of(CONNECTION),
        person,
        onBehalfOf,
        Optional.of(writing));
  }
}
