package disclosure.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureLogTest {

  private static final SQLException OUTAGE = new SQLException("no connection", "08001");
  private static final SQLException FAULT = new SQLException("no such table", "42P01");

  private final java.util.logging.Logger category =
      java.util.logging.Logger.getLogger(FailureLogTest.class.getName());
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final FailureLog failures =
      new FailureLog(Logger.getLogger(FailureLogTest.class), meters, "work", "It can't be done");
  private final List<String> told = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          told.add(line.getLevel() + (line.getThrown() == null ? "" : " with its cause"));
          said.add(line.getMessage() + Arrays.toString(line.getParameters()));
        }

        @Override
        public void flush() {
          // Nothing is held back.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };

  @BeforeEach
  void listen() {
    category.addHandler(handler);
  }

  @AfterEach
  void stop() {
    category.removeHandler(handler);
  }

  @Test
  void an_outage_is_told_by_what_it_is_and_never_by_its_words() {
    failures.failed(new SQLException("Key (name)=(张三) exists", "08006"));
    failures.succeeded();
    failures.failed(new SQLException(null, "08006"));

    assertThat(said)
        .filteredOn(line -> line.contains("trying on"))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("SQLException 08006 at FailureLogTest"))
        .noneSatisfy(line -> assertThat(line).contains("张三"));
  }

  @Test
  void an_outage_is_told_once_and_its_end_once() {
    failures.failed(new IllegalStateException("the counts can't be read", OUTAGE));
    failures.failed(OUTAGE);
    failures.succeeded();
    failures.succeeded();
    assertThat(told).containsExactly("WARN", "INFO");
    assertThat(count("outage")).isEqualTo(2);
  }

  @Test
  void a_fault_is_an_error_and_told_again_only_when_it_is_another() {
    failures.failed(new IllegalStateException("the counts can't be read", FAULT));
    failures.failed(new IllegalStateException("the counts can't be read", FAULT));
    failures.failed(new IllegalArgumentException("a negative count"));
    assertThat(told).containsExactly("ERROR with its cause", "ERROR with its cause");
    assertThat(count("fault")).isEqualTo(3);
  }

  @Test
  void a_fault_in_an_outage_is_not_missed() {
    failures.failed(OUTAGE);
    failures.failed(FAULT);
    failures.failed(OUTAGE);
    assertThat(told).containsExactly("WARN", "ERROR with its cause", "WARN");
  }

  private double count(String kind) {
    return meters.counter("background.failures", "work", "work", "kind", kind).count();
  }
}
