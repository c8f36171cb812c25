package disclosure.requests.store;

import disclosure.requests.application.Application;
import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Reads a year's applications with their steps in one statement. */
public final class ApplicationsOfYear {

  static final String OPEN_IN_YEAR =
      "SELECT application.id, "
          + StoredFacts.COLUMNS
          + ", "
          + StoredStep.COLUMNS
          + """
        FROM application
        LEFT JOIN application_step ON application_step.application_id = application.id
       WHERE organ_code = :organ
         AND status <> 'VOIDED'
         AND received_on <= :last
         AND (status NOT IN ('CONCLUDED', 'VOIDED') OR concluded_on >= :first)
       ORDER BY application.id, sequence
      """;

  private ApplicationsOfYear() {}

  /**
   * Gives one by one what an organ received by the last day and had not concluded before the first,
   * without what was voided.
   *
   * @throws disclosure.edge.Refusal 503 when this release doesn't understand one
   */
  public static void open(
      Connection connection,
      OrganCode organ,
      LocalDate first,
      LocalDate last,
      BiConsumer<UUID, Application> each)
      throws SQLException {
    Gathered gathered = new Gathered(each);
    Sql.of(connection, OPEN_IN_YEAR)
        .with("organ", organ)
        .with("last", last)
        .with("first", first)
        .forEach(gathered::add);
    gathered.end();
  }

  /** The rows of one application after the other. */
  private static final class Gathered {

    private final BiConsumer<UUID, Application> each;
    private Optional<UUID> id = Optional.empty();
    private Optional<StoredFacts> facts = Optional.empty();
    private List<StoredStep> steps = new ArrayList<>();

    Gathered(BiConsumer<UUID, Application> each) {
      this.each = each;
    }

    void add(ResultSet row) throws SQLException {
      UUID next = row.getObject("id", UUID.class);
      if (!id.equals(Optional.of(next))) {
        end();
        id = Optional.of(next);
        facts = Optional.of(StoredFacts.read(row));
        steps = new ArrayList<>();
      }
      if (row.getObject("sequence") != null) {
        steps.add(StoredStep.read(row));
      }
    }

    /** After the last row too. */
    void end() {
      id.ifPresent(
          last ->
              each.accept(
                  last, facts.orElseThrow().application(steps).orElseThrow(NewerRelease::refusal)));
    }
  }
}
