package disclosure.requests.store;

import disclosure.requests.application.Application;
import disclosure.requests.contract.OrganCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Reads a year's applications with their steps in one statement. */
public final class ApplicationsOfYear {

  private static final String OPEN_IN_YEAR =
      "SELECT application.id, "
          + StoredFacts.COLUMNS
          + ", "
          + StoredStep.COLUMNS
          + """
        FROM application
        LEFT JOIN application_step ON application_step.application_id = application.id
       WHERE organ_code = ?
         AND status <> 'VOIDED'
         AND received_on <= ?
         AND (concluded_on IS NULL OR concluded_on >= ?)
       ORDER BY application.id, sequence
      """;

  private ApplicationsOfYear() {}

  /**
   * Gives one by one what an organ received by the last day and had not concluded before the first,
   * without what was voided.
   *
   * @throws disclosure.requests.problem.Refusal 503 when this release doesn't understand one
   */
  public static void open(
      Connection connection,
      OrganCode organ,
      LocalDate first,
      LocalDate last,
      BiConsumer<UUID, Application> each)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OPEN_IN_YEAR)) {
      select.setString(1, organ.value());
      select.setObject(2, last);
      select.setObject(3, first);
      try (ResultSet row = select.executeQuery()) {
        boolean more = row.next();
        while (more) {
          UUID id = row.getObject("id", UUID.class);
          StoredFacts facts = StoredFacts.read(row);
          List<StoredStep> steps = new ArrayList<>();
          do {
            if (row.getObject("sequence") != null) {
              steps.add(StoredStep.read(row));
            }
            more = row.next();
          } while (more && row.getObject("id", UUID.class).equals(id));
          each.accept(id, facts.application(steps).orElseThrow(NewerRelease::refusal));
        }
      }
    }
  }
}
