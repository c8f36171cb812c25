package disclosure.storage.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OutagesTest {

  @Test
  void an_outage_is_told_once_when_it_begins_and_once_when_it_is_over() {
    Outages outages = new Outages();
    SQLException lost = new SQLException("", "08006");
    assertThat(outages.over()).isFalse();
    assertThat(outages.met(lost)).isTrue();
    assertThat(outages.met(lost)).isFalse();
    assertThat(outages.over()).isTrue();
    assertThat(outages.over()).isFalse();
  }
}
