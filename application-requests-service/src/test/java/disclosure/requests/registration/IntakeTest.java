package disclosure.requests.registration;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.repetition.Change;
import disclosure.requests.repetition.Repeats;
import disclosure.requests.repetition.RowResult;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is told of a row that somebody was quicker with, or that can't be taken for a while. */
class IntakeTest {

  @Test
  void a_row_whose_number_was_registered_meanwhile_can_be_imported_again() {
    RowResult result = Intake.result(new Registration.Refused(Repeats.differs(UUID.randomUUID())));
    assertThat(result.change()).isEqualTo(Change.SET_ASIDE);
    assertThat(result.faults())
        .extracting(Fault::code)
        .containsExactly(RegisterFault.REGISTERED_BY_ANOTHER_IMPORT);
  }

  @Test
  void a_row_that_is_refused_without_a_field_at_fault_says_why_all_the_same() {
    RowResult result = Intake.result(new Registration.Refused(Refusal.unavailable()));
    assertThat(result.change()).isEqualTo(Change.REFUSED);
    assertThat(result.faults())
        .extracting(Fault::code)
        .containsExactly(RegisterFault.NOT_REGISTERED_JUST_NOW);
  }
}
