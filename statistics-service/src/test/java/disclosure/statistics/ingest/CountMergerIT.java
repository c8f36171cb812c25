package disclosure.statistics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.count.Cell;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountMergerIT {

  private static final OrganCode BUSY = RandomHistories.ORGANS.get(0);
  private static final OrganCode QUIET = RandomHistories.ORGANS.get(1);
  private static final LocalDate DAY = LocalDate.of(2024, 5, 6);

  private DataSource database;

  @BeforeEach
  void open() throws Exception {
    database = CountingDatabase.empty().asService();
  }

  @Test
  void rows_of_a_busy_organ_become_one_for_each_count() throws Exception {
    for (int i = 0; i < 600; i++) {
      change(BUSY, FormRow.NEWLY_RECEIVED, 1);
      change(BUSY, FormRow.DISCLOSED, i % 2 == 0 ? 1 : -1);
    }
    change(QUIET, FormRow.NEWLY_RECEIVED, 1);
    change(QUIET, FormRow.NEWLY_RECEIVED, 1);
    assertThat(rows(BUSY)).isEqualTo("1200 600");

    assertThat(new CountMerger(database, new SimpleMeterRegistry()).run()).isEqualTo(1);

    // What came and went again leaves nothing behind.
    assertThat(rows(BUSY)).isEqualTo("1 600");
    assertThat(rows(QUIET)).isEqualTo("2 2");
    assertThat(new CountMerger(database, new SimpleMeterRegistry()).run()).isZero();
  }

  private void change(OrganCode organ, FormRow row, long by) throws Exception {
    TreeMap<Cell, Long> changes = new TreeMap<>();
    changes.put(new Cell(organ, DAY, row, ApplicantType.NATURAL_PERSON), by);
    try (Connection connection = database.getConnection()) {
      DailyCounts.change(connection, changes, false);
    }
  }

  /** How many rows there are, and their sum. */
  private String rows(OrganCode organ) throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*), sum(n) FROM daily_count WHERE organ_code = '" + organ + "'")) {
      row.next();
      return row.getLong(1) + " " + row.getLong(2);
    }
  }
}
