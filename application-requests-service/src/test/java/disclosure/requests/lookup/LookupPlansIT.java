package disclosure.requests.lookup;

import disclosure.requests.Nation;
import disclosure.storage.Sql;
import disclosure.storage.job.Jobs;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an application is like, and what has no keys yet, is found without reading the nation's. */
class LookupPlansIT {

  private static Nation nation;

  @BeforeAll
  static void nation() throws SQLException {
    nation = Nation.create("plans_of_lookup");
  }

  @Test
  void those_that_are_alike() throws SQLException {
    for (String index : new String[] {"application_by_reference_key", "application_by_request"}) {
      nation.assertGoesBy(
          index,
          connection ->
              Sql.of(connection, "EXPLAIN " + StoredSearchKeys.ALIKE)
                  .with("id", new UUID(1, 1))
                  .with("limit", 20));
      nation.assertGoesBy(
          index,
          connection ->
              Sql.of(connection, "EXPLAIN " + StoredSearchKeys.ARE_ALIKE)
                  .array("ids", "uuid", List.of(new UUID(1, 1), new UUID(1, 2))));
    }
  }

  @Test
  void those_without_keys() throws SQLException {
    String open = new Jobs("requests").notSetAside("application.id");
    nation.assertGoesBy(
        "application_without_keys",
        connection ->
            Sql.of(connection, "EXPLAIN " + StoredSearchKeys.WITHOUT.replace("{open}", open))
                .with("job", new UUID(1, 1))
                .with("limit", 200));
  }
}
