package disclosure.requests.organ;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OrganState;
import disclosure.requests.organ.OrganNames.Named;
import disclosure.requests.transaction.RegisterReader;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks through the directory: as a tree, by names, and what was recorded of one organ. */
@ApplicationScoped
public class OrganDirectory {

  /** Deeper than any government. */
  private static final int DEEPEST = 50;

  /**
   * What is merged into an organ isn't there any more, but what is below it still is, as if it
   * stood directly below that organ. One level more than is asked for is gone through, to tell who
   * has something below him.
   */
  private static final String WALK =
      """
      WITH RECURSIVE held AS MATERIALIZED (
        SELECT code, name, kind, above, is_valid FROM organ_on(:day)
      ), tree AS (
        SELECT code, name, kind, is_valid, 0 AS depth, ARRAY[code] AS path
          FROM held WHERE above IS NOT DISTINCT FROM :top::text
        UNION ALL
        SELECT held.code, held.name, held.kind, held.is_valid,
               tree.depth + CASE WHEN tree.is_valid THEN 1 ELSE 0 END, tree.path || held.code
          FROM held JOIN tree ON held.above = tree.code
         WHERE cardinality(tree.path) < :deepest AND (tree.depth <= :depth OR NOT tree.is_valid)
      )
      """;

  /** Whether there are so many: no more of them is gone through than it takes to know. */
  static final String MORE = WALK + "SELECT FROM tree WHERE is_valid OFFSET :most - 1 LIMIT 1";

  /** Depth first. */
  static final String TREE =
      WALK
          + """
      , there AS (
        SELECT code, name, kind, depth, path, lead(path) OVER (ORDER BY path) AS following
          FROM tree WHERE is_valid
      )
      SELECT there.code, there.name, there.kind, depth, valid_from, valid_to,
             COALESCE(trim_array(following, GREATEST(cardinality(following) - cardinality(path), 0))
                      = path, false) AS is_above
        FROM there JOIN organ USING (code)
       WHERE depth <= :depth
       ORDER BY path
       LIMIT :most
      """;

  private static final String LINE =
      """
      WITH RECURSIVE line AS (
        SELECT :organ::text AS code, 0 AS distance
        UNION ALL
        SELECT organ_above(code, :day), distance + 1
          FROM line WHERE code IS NOT NULL AND distance < :deepest
      )
      SELECT held.code, held.name FROM line JOIN organ_on(:day) held USING (code)
       ORDER BY distance DESC
      """;

  private static final ObjectReader STATES =
      OrganVersions.JSON
          .readerFor(OrganState.class)
          .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final Organs organs;
  private final OrganVersions versions;
  private final RegisterReader reader;

  OrganDirectory(Organs organs, OrganVersions versions, RegisterReader reader) {
    this.organs = organs;
    this.versions = versions;
    this.reader = reader;
  }

  /**
   * An organ in its place.
   *
   * @param depth how far below the top, from 0
   * @param isAbove whether something that is there stands below it
   */
  public record Node(
      OrganCode code,
      String name,
      OrganKind kind,
      int depth,
      Optional<LocalDate> validFrom,
      Optional<LocalDate> validTo,
      boolean isAbove) {}

  /** The organ as it is now. */
  @Transactional
  public Optional<OrganView> find(OrganCode organ) {
    return organs.named(organ).map(OrganView::of);
  }

  /** Those that exist on a day and have the part in their name of then, by their codes. */
  @Transactional
  public List<OrganView> named(LocalDate day, String part, int most) {
    return organs.page(day, part, Optional.empty(), "", most).stream()
        .map(OrganView::of)
        .flatMap(organ -> organ.on(day).stream())
        .toList();
  }

  /**
   * Some organs.
   *
   * @param isWhole whether what is below those that are listed is listed, too
   */
  public record Part(List<Node> organs, boolean isWhole) {

    /** A defensive copy is kept. */
    public Part {
      organs = List.copyOf(organs);
    }
  }

  /**
   * What stands below an organ on a day, each followed by what is below it; of so many or more,
   * only as many of those that stand directly below it.
   *
   * @param top absent for the whole directory
   */
  public Part below(LocalDate day, Optional<OrganCode> top, int most) throws SQLException {
    return reader.directory(connection -> below(connection, day, top, most));
  }

  static Part below(Connection connection, LocalDate day, Optional<OrganCode> top, int most)
      throws SQLException {
    boolean isWhole = !walk(connection, MORE, day, top, DEEPEST, most).exists();
    return new Part(
        walk(connection, TREE, day, top, isWhole ? DEEPEST : 0, most).list(Node.class), isWhole);
  }

  /** One of the statements that go through the tree, with what it asks. */
  static Sql walk(
      Connection connection,
      String statement,
      LocalDate day,
      Optional<OrganCode> top,
      int depth,
      int most)
      throws SQLException {
    return Sql.of(connection, statement)
        .with("day", day)
        .with("top", top)
        .with("deepest", DEEPEST)
        .with("depth", depth)
        .with("most", most);
  }

  /** Those above an organ on a day, the topmost first, and itself. */
  public List<Named> line(LocalDate day, OrganCode organ) throws SQLException {
    return reader.directory(
        connection ->
            Sql.of(connection, LINE)
                .with("organ", organ)
                .with("day", day)
                .with("deepest", DEEPEST)
                .list(Named.class));
  }

  /** What was recorded of the organ, newest first. */
  public List<OrganState> versions(OrganCode organ, int most) throws SQLException {
    List<OrganState> states = new ArrayList<>();
    for (JsonNode state :
        versions
            .page(organ, Integer.MAX_VALUE, most)
            .map(OrganVersions.Page::items)
            .orElse(List.of())) {
      try {
        states.add(STATES.readValue(state));
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
    return states;
  }
}
