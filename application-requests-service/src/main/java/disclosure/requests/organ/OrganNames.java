package disclosure.requests.organ;

import disclosure.edge.PlainText;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the organs are called now. */
@ApplicationScoped
public class OrganNames {

  private static final String FIND =
      """
      SELECT code, name FROM organ
       WHERE :everywhere OR code = ANY (:codes)
       ORDER BY code
       LIMIT :most
      """;

  private static final String NAMED =
      """
      SELECT code, name FROM organ
       WHERE name = :name AND (:everywhere OR code = ANY (:codes))
       LIMIT 2
      """;

  private final RegisterReader reader;

  OrganNames(RegisterReader reader) {
    this.reader = reader;
  }

  /** An organ with its name. */
  public record Named(OrganCode code, String name) {}

  /** Those of a reach that are in the directory, in the order of their codes, so many at most. */
  public List<Named> of(Reach reach, int most) throws SQLException {
    return reader.directory(
        connection ->
            Sql.of(connection, FIND)
                .with("everywhere", reach.everywhere())
                .array("codes", "text", reach.organs())
                .with("most", most)
                .list(Named.class));
  }

  /**
   * The only one of a reach that has the whole name now, as it would be stored; empty where none
   * has, or several.
   */
  public Optional<OrganCode> named(String written, Reach reach) throws SQLException {
    Optional<String> name = PlainText.ONE_LINE.of(written);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    List<Named> found =
        reader.directory(
            connection ->
                Sql.of(connection, NAMED)
                    .with("name", name)
                    .with("everywhere", reach.everywhere())
                    .array("codes", "text", reach.organs())
                    .list(Named.class));
    return found.size() == 1 ? Optional.of(found.get(0).code()) : Optional.empty();
  }

  /** How an organ is called; its code where the directory doesn't have it. */
  public String of(OrganCode organ) throws SQLException {
    return of(new Reach(false, Set.of(organ)), 1).stream()
        .findFirst()
        .map(Named::name)
        .orElse(organ.value());
  }
}
