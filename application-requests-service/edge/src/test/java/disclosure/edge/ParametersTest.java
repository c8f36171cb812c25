package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {

  @Test
  void more_organs_than_may_be_named_are_told_how_many_may() {
    List<Fault> faults = new ArrayList<>();
    Parameters.organCodes("without", Collections.nCopies(1_001, "11141124000000099J"), faults);
    assertThat(faults).extracting(Fault::code).containsExactly(InputFault.TOO_MANY_VALUES);
  }
}
