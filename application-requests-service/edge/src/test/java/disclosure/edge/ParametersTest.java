package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

  @ParameterizedTest
  @CsvSource({
    "2025-13-01, NOT_A_DATE",
    "2025-02-30, NOT_A_DATE",
    "2025-1-5, NOT_A_DATE",
    "x, NOT_A_DATE",
    "1949-09-30, DAY_OUT_OF_RANGE",
    "2200-01-01, DAY_OUT_OF_RANGE"
  })
  void what_is_no_date_is_told_from_one_out_of_range(String day, InputFault fault) {
    assertThatThrownBy(() -> Parameters.day("from", Optional.of(day)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.faults()).extracting(Fault::code).containsExactly(fault));
  }

  @Test
  void an_organ_that_is_missing_is_no_malformed_one() {
    assertThatThrownBy(() -> Parameters.organCode("organ", ""))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.faults())
                    .extracting(Fault::code)
                    .containsExactly(InputFault.REQUIRED));
  }

  @Test
  void more_organs_than_may_be_named_are_told_how_many_may() {
    List<Fault> faults = new ArrayList<>();
    Parameters.organCodes("without", Collections.nCopies(251, "11141124000000099J"), faults);
    assertThat(faults).extracting(Fault::code).containsExactly(InputFault.TOO_MANY_VALUES);
  }
}
