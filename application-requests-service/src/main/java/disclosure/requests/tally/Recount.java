package disclosure.requests.tally;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the applications of the register. */
@ApplicationScoped
class Recount {

  /**
   * Every application that was open on some day of the period stands in two rows, or three if it
   * was concluded in it: how it came into the period, how it left it, and its outcome.
   */
  private static final String COUNT =
      """
      open AS (
        SELECT applicant_type,
               received_on >= first_day AS newly_received,
               concluded_on <= last_day IS TRUE AS concluded,
               outcome
          FROM application
          JOIN counted ON counted.code = application.organ_code
          CROSS JOIN period
         WHERE status <> 'VOIDED'
           AND received_on <= last_day
           AND (concluded_on IS NULL OR concluded_on >= first_day)
      ), entry (form_row, applicant_type) AS (
        SELECT CASE WHEN newly_received THEN 'NEWLY_RECEIVED' ELSE 'CARRIED_IN' END, applicant_type FROM open
        UNION ALL
        SELECT outcome, applicant_type FROM open WHERE concluded
        UNION ALL
        SELECT CASE WHEN concluded THEN 'CONCLUDED' ELSE 'CARRIED_OUT' END, applicant_type FROM open
      )
      SELECT form_row, applicant_type, count(*) AS number
        FROM entry
       GROUP BY GROUPING SETS ((form_row, applicant_type), (form_row))
      """;

  private final RegisterReader reader;

  Recount(RegisterReader reader) {
    this.reader = reader;
  }

  /** Whether the directory has the organ. */
  boolean knows(OrganCode organ) throws SQLException {
    return reader.read(
        Reach.EVERYTHING,
        connection ->
            Sql.of(connection, "SELECT FROM organ WHERE code = :organ")
                .with("organ", organ)
                .exists());
  }

  /**
   * All 25 rows; what the SQL has no count for is 0, because it counted everything. The caller has
   * been let through to the organ, and with it to what rolls up into it.
   */
  Tally count(TallyQuery query, Instant asOf) throws SQLException {
    return reader.read(Reach.EVERYTHING, connection -> count(connection, query, asOf));
  }

  private static Tally count(Connection connection, TallyQuery query, Instant asOf)
      throws SQLException {
    Map<FormRow, Map<ApplicantType, Long>> counts = new EnumMap<>(FormRow.class);
    Map<FormRow, Long> totals = new EnumMap<>(FormRow.class);
    for (FormRow row : FormRow.values()) {
      counts.put(row, zeros());
      totals.put(row, 0L);
    }
    record Cell(FormRow formRow, Optional<ApplicantType> applicantType, long number) {}
    List<Cell> cells = CountedOrgans.sql(connection, COUNT, query).list(Cell.class);
    for (Cell cell : cells) {
      cell.applicantType()
          .ifPresentOrElse(
              type -> counts.get(cell.formRow()).put(type, cell.number()),
              () -> totals.put(cell.formRow(), cell.number()));
    }
    List<TallyRow> rows = new ArrayList<>();
    for (FormRow row : FormRow.values()) {
      rows.add(TallyRow.of(row, Collections.unmodifiableMap(counts.get(row)), totals.get(row)));
    }
    return new Tally(query.organ(), query.from(), query.to(), query.scope(), asOf, rows);
  }

  private static Map<ApplicantType, Long> zeros() {
    Map<ApplicantType, Long> zeros = new EnumMap<>(ApplicantType.class);
    for (ApplicantType type : ApplicantType.values()) {
      zeros.put(type, 0L);
    }
    return zeros;
  }
}
