package disclosure.requests.organ;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.TestOrgans;
import disclosure.requests.TestDatabase;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.organ.OrganDirectory.Node;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A directory of more organs than anybody looks through at a time. */
class OrganDirectoryIT {

  private static final LocalDate DAY = LocalDate.of(2024, 6, 3);
  private static final int COUNTIES = 40;
  private static final int BELOW_EACH = 50;
  private static final int OFFICES = 30;

  private static final Pattern ROWS = Pattern.compile("Recursive Union .*\\(actual rows=(\\d+)");

  private static Connection connection;

  /** Of the first county alone a bureau was merged into the second, and has something below it. */
  @BeforeAll
  static void directory() throws SQLException {
    connection = TestDatabase.create("large_directory").owner().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = requests");
    }
    for (int county = 0; county < COUNTIES; county++) {
      put(county, 0, Optional.empty());
      for (int bureau = 1; bureau <= BELOW_EACH && county > 1; bureau++) {
        put(county, bureau, Optional.of(code(county, 0)));
      }
    }
    for (int office = BELOW_EACH + 1; office <= BELOW_EACH + OFFICES; office++) {
      put(2, office, Optional.of(code(2, 1)));
    }
    put(0, 1, Optional.of(code(0, 0)));
    put(0, 2, Optional.of(code(0, 1)));
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE organ SET valid_to = '2020-12-31', successor_code = '%s' WHERE code = '%s'"
              .formatted(code(1, 0), code(0, 1)));
      statement.execute("ANALYZE organ");
    }
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  @Test
  void of_many_only_the_uppermost_are_listed_and_who_has_something_below_him_is_known()
      throws SQLException {
    OrganDirectory.Part all = OrganDirectory.below(connection, DAY, Optional.empty(), 501);
    assertThat(all.isWhole()).isFalse();
    assertThat(all.organs()).hasSize(COUNTIES).allMatch(organ -> organ.depth() == 0);
    assertThat(all.organs().stream().filter(organ -> !organ.isAbove()).map(Node::code))
        .as("what was below the first county went with the bureau")
        .containsExactly(code(0, 0));
    OrganDirectory.Part one =
        OrganDirectory.below(connection, DAY, Optional.of(code(3, 0)), BELOW_EACH + 1);
    assertThat(one.isWhole()).isTrue();
    assertThat(one.organs()).hasSize(BELOW_EACH).noneMatch(Node::isAbove);
    assertThat(OrganDirectory.below(connection, DAY, Optional.of(code(3, 0)), BELOW_EACH).isWhole())
        .isFalse();
  }

  @Test
  void what_is_few_is_listed_with_all_below_it() throws SQLException {
    OrganDirectory.Part second =
        OrganDirectory.below(connection, DAY, Optional.of(code(1, 0)), 501);
    assertThat(second.isWhole()).isTrue();
    assertThat(second.organs()).extracting(Node::code).containsExactly(code(0, 2));
  }

  /** Not all organs there are, twice, for a page that shows forty of them. */
  @Test
  void no_more_is_gone_through_than_is_shown() throws SQLException {
    assertThat(gone(OrganDirectory.MORE, 50, 51)).isBetween(51L, 60L);
    long all = gone(OrganDirectory.TREE, 50, 501);
    assertThat(all).isGreaterThan(1_900);
    assertThat(gone(OrganDirectory.TREE, 0, 501)).as("one level more").isEqualTo(all - OFFICES);
  }

  private static long gone(String statement, int depth, int most) throws SQLException {
    List<String> plan =
        OrganDirectory.walk(
                connection,
                "EXPLAIN (ANALYZE, TIMING OFF) " + statement,
                DAY,
                Optional.empty(),
                depth,
                most)
            .list(String.class);
    return ROWS.matcher(String.join("\n", plan))
        .results()
        .map(MatchResult::group)
        .map(line -> line.replaceFirst(".*rows=", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow(() -> new AssertionError(String.join("\n", plan)));
  }

  private static void put(int county, int bureau, Optional<OrganCode> parent) throws SQLException {
    Sql.of(
            connection,
            """
            INSERT INTO organ (code, name, kind, version, recorded_at, parent_code)
            VALUES (:code, '某局', 'OTHER', 1, now(), :parent)
            """)
        .with("code", code(county, bureau))
        .with("parent", parent)
        .update();
  }

  private static OrganCode code(int county, int bureau) {
    return new OrganCode(
        TestOrgans.coded(String.format(Locale.ROOT, "128812%05d%06d", county, bureau)));
  }
}
