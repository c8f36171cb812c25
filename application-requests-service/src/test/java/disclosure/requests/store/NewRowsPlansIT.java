package disclosure.requests.store;

import disclosure.requests.Nation;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** In what a post is like an earlier one is asked of an index, for one post and for a batch's. */
class NewRowsPlansIT {

  private static Nation nation;

  @BeforeAll
  static void nation() throws SQLException {
    nation = Nation.create("plans_of_posts");
  }

  @Test
  void what_a_post_is_like() throws SQLException {
    goesBy("application_by_reference_key", 1);
    goesBy("application_by_request", 1);
  }

  @Test
  void what_the_posts_of_a_batch_are_like() throws SQLException {
    goesBy("application_by_reference_key", 200);
    goesBy("application_by_request", 200);
  }

  private static void goesBy(String index, int posts) throws SQLException {
    nation.assertGoesBy(index, connection -> alike(connection, posts));
  }

  private static Sql alike(Connection connection, int posts) throws SQLException {
    return Sql.of(
            connection,
            """
            EXPLAIN SELECT alike.possible_duplicate
              FROM unnest(:references::text[], :digests::bytea[], :organs::text[],
                          :clients::text[], :numbers::text[])
                     AS posted (reference_key, request_digest, organ_code, source_client,
                                source_reference),
            """
                + NewRows.ALIKE)
        .array("references", "text", each(posts, "12300"))
        .array("digests", "bytea", each(posts, new byte[32]))
        .array("organs", "text", each(posts, Nation.OFFICE.value()))
        .array("clients", "text", each(posts, "client"))
        .array("numbers", "text", each(posts, "12301"));
  }

  private static <T> List<T> each(int posts, T value) {
    return Collections.nCopies(posts, value);
  }
}
