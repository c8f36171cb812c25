package disclosure.report.examined.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.report.examination.document.NotReadable;
import org.junit.jupiter.api.Test;

class BatchWorkTest {

  @Test
  void an_empty_file_is_empty_and_not_broken_however_it_was_packed() {
    assertThat(BatchWork.inflated(new byte[] {3, 0})).isEmpty();
  }

  @Test
  void what_ends_before_its_end_is_broken() {
    for (byte[] packed : new byte[][] {{}, {3}, {1, 5, 0, (byte) 250, (byte) 255, 'a'}}) {
      assertThatThrownBy(() -> BatchWork.inflated(packed))
          .isInstanceOfSatisfying(
              NotReadable.class,
              broken -> assertThat(broken.reason()).isEqualTo(NotReadable.Reason.BROKEN));
    }
  }
}
