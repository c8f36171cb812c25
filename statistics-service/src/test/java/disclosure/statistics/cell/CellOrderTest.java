package disclosure.statistics.cell;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.cell.CellQuestion.PageToken;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CellOrderTest {

  private static final CellPage.Item LAST =
      new CellPage.Item(
          new UUID(1, 2),
          3,
          new OrganCode("11141124012345698T"),
          ApplicantType.NATURAL_PERSON,
          LocalDate.of(2024, 2, 29),
          ApplicationStatus.IN_PROGRESS,
          Optional.empty(),
          Optional.empty(),
          "/applications/x");

  @ParameterizedTest
  @EnumSource(CellOrder.class)
  void a_list_goes_on_in_the_order_in_which_it_began(CellOrder order) {
    Optional<PageToken> read = PageToken.of(order.after(LAST).toString());

    assertThat(read).contains(order.after(LAST));
    assertThat(CellOrder.of(read, List.of("x"))).isEqualTo(order);
    assertThat(CellOrder.of(read, Collections.nCopies(1_000, "x"))).isEqualTo(order);
  }

  @Test
  void few_organs_are_put_in_one_order_of_days() {
    assertThat(CellOrder.of(Optional.empty(), Collections.nCopies(100, "x")))
        .isEqualTo(CellOrder.DAY);
    assertThat(CellOrder.of(Optional.empty(), Collections.nCopies(101, "x")))
        .isEqualTo(CellOrder.ORGAN_AND_DAY);
  }
}
