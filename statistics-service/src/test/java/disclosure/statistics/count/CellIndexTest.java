package disclosure.statistics.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellIndexTest {

  @Test
  void each_place_is_found_by_its_number() {
    assertThat(CellIndex.count()).isEqualTo(22 * 6);
    assertThat(IntStream.range(0, CellIndex.count()))
        .allSatisfy(
            number -> {
              CellIndex place = CellIndex.at(number);
              assertThat(CellIndex.of(place.row(), place.type())).isEqualTo(number);
            });
  }

  @Test
  void places_never_change_since_they_are_stored() {
    assertThat(CellIndex.of(FormRow.NEWLY_RECEIVED, ApplicantType.NATURAL_PERSON)).isZero();
    assertThat(CellIndex.of(FormRow.NOT_HELD, ApplicantType.LEGAL_SERVICE_PROVIDER)).isEqualTo(70);
    assertThat(CellIndex.of(FormRow.OTHER_HANDLING, ApplicantType.OTHER_ORGANIZATION))
        .isEqualTo(131);
  }

  @Test
  void rows_that_follow_from_others_have_none() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CellIndex.of(FormRow.CARRIED_OUT, ApplicantType.NATURAL_PERSON));
  }
}
