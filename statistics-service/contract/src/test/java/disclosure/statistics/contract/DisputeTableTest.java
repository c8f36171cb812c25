package disclosure.statistics.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.OrganCode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisputeTableTest {

  private static final Period YEAR = Period.ofYear(2024);

  @ParameterizedTest
  @EnumSource
  void a_group_adds_up_only_with_its_own_total(DisputeKind kind) {
    assertThat(DisputeRow.of(kind, 1, 2, 3, 4).total()).isEqualTo(10);
    assertThat(DisputeRow.of(kind, 1, 2, 3, 4).addsUp()).isTrue();
    assertThat(new DisputeRow(kind, 1, 2, 3, 4, 11).addsUp()).isFalse();
    assertThat(new DisputeRow(kind, 1, 2, 3, 4, 9).addsUp()).isFalse();
  }

  @Test
  void groups_missing_or_out_of_order_are_refused() {
    DisputeRow reconsideration = DisputeRow.of(DisputeKind.RECONSIDERATION, 0, 0, 0, 0);
    DisputeRow direct = DisputeRow.of(DisputeKind.LITIGATION_DIRECT, 0, 0, 0, 0);
    DisputeRow after = DisputeRow.of(DisputeKind.LITIGATION_AFTER_RECONSIDERATION, 0, 0, 0, 0);

    assertThat(table(List.of(reconsideration, direct, after)).rows()).hasSize(3);
    assertRefused(List.of(reconsideration, direct));
    assertRefused(List.of(direct, reconsideration, after));
  }

  @Test
  void a_period_has_both_its_ends() {
    assertThat(YEAR.from()).isEqualTo("2024-01-01");
    assertThat(YEAR.to()).isEqualTo("2024-12-31");
    assertThat(new Period(YEAR.from(), YEAR.from()).to()).isEqualTo(YEAR.from());
  }

  @Test
  void a_period_does_not_end_before_it_begins() {
    assertThatThrownBy(() -> new Period(YEAR.to(), YEAR.from()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertRefused(List<DisputeRow> rows) {
    assertThatThrownBy(() -> table(rows)).isInstanceOf(IllegalArgumentException.class);
  }

  private static DisputeTable table(List<DisputeRow> rows) {
    return new DisputeTable(
        new OrganCode("111411240123456713"),
        "临县人民政府办公室",
        YEAR.from(),
        YEAR.to(),
        Scope.OWN,
        Instant.parse("2025-01-06T01:00:00Z"),
        rows);
  }
}
