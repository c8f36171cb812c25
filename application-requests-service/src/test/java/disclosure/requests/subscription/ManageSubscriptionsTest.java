package disclosure.requests.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.Fault;
import disclosure.requests.fault.RegisterFault;
import org.junit.jupiter.api.Test;

class ManageSubscriptionsTest {

  @Test
  void who_missed_what_is_no_longer_kept_is_told_to_say_from_when_to_go_on() {
    assertThat(ManageSubscriptions.dropped().faults())
        .extracting(Fault::code)
        .containsExactly(RegisterFault.FROM_REQUIRED);
  }
}
