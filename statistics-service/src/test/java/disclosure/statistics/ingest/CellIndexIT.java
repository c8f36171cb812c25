package disclosure.statistics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.statistics.count.CellIndex;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A new row of the form needs a migration that gives it its places. */
class CellIndexIT {

  @Test
  void the_table_has_the_places_of_the_code() throws Exception {
    int rows = 0;
    try (Connection connection = CountingDatabase.empty().asService().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT place, form_row, applicant_type FROM cell_place")) {
      while (row.next()) {
        CellIndex place = CellIndex.at(row.getInt(1));
        assertThat(row.getString(2)).isEqualTo(place.row().name());
        assertThat(row.getString(3)).isEqualTo(place.type().name());
        rows++;
      }
    }
    assertThat(rows).isEqualTo(CellIndex.count());
  }
}
