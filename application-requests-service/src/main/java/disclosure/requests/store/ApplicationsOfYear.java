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
      "SELECT application.id, application.source_reference, "
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

  /** Under which id and which of the office's own numbers an application is known. */
  public record Known(UUID id, String sourceReference) {}

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
      BiConsumer<Known, Application> each)
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

    private final BiConsumer<Known, Application> each;
    private Optional<Known> known = Optional.empty();
    private Optional<StoredFacts> facts = Optional.empty();
    private List<StoredStep> steps = new ArrayList<>();

    Gathered(BiConsumer<Known, Application> each) {
      this.each = each;
    }

    void add(ResultSet row) throws SQLException {
      Known next = new Known(row.getObject("id", UUID.class), row.getString("source_reference"));
      if (!known.equals(Optional.of(next))) {
        end();
        known = Optional.of(next);
        facts = Optional.of(StoredFacts.read(row));
        steps = new ArrayList<>();
      }
      if (row.getObject("sequence") != null) {
        steps.add(StoredStep.read(row));
      }
    }

    /** After the last row too. */
    void end() {
      known.ifPresent(
          last ->
              each.accept(
                  last, facts.orElseThrow().application(steps).orElseThrow(NewerRelease::refusal)));
    }
  }
}
