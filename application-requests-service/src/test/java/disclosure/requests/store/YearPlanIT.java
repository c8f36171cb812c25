package disclosure.requests.store;

import disclosure.requests.Nation;
import disclosure.storage.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A year of one office is read without its other years. */
class YearPlanIT {

  @Test
  void a_year_is_found_by_the_days_of_conclusion_and_by_what_is_open() throws SQLException {
    Nation.create("plan_of_year")
        .assertGoesBy(
            "application_by_organ_and_conclusion",
            connection ->
                Sql.of(connection, "EXPLAIN " + ApplicationsOfYear.OPEN_IN_YEAR)
                    .with("organ", Nation.OFFICE)
                    .with("first", LocalDate.of(2021, 1, 1))
                    .with("last", LocalDate.of(2021, 12, 31)));
  }
}
