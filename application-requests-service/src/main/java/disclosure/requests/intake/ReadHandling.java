package disclosure.requests.intake;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.deadline.Clocks;
import disclosure.requests.security.Reach;
import disclosure.requests.security.RegisterReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads a year's applications with their steps in one statement. */
@ApplicationScoped
class ReadHandling {

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

  /** The refusals by Articles 14 to 16, after which reconsideration comes first since 2024. */
  private static final String DIRECT_LITIGATION =
      """
      SELECT dispute.id
        FROM dispute
        JOIN application ON application.id = dispute.application_id
       WHERE dispute.organ_code = ?
         AND dispute.kind = 'LITIGATION_DIRECT'
         AND dispute.accepted_on BETWEEN greatest(?, DATE '2024-01-01') AND ?
         AND application.outcome IN ('STATE_SECRET', 'PROHIBITED_BY_LAW',
             'THREE_SECURITIES_ONE_STABILITY', 'THIRD_PARTY_RIGHTS', 'INTERNAL_AFFAIRS',
             'PROCESS_INFORMATION', 'ENFORCEMENT_CASE_FILE')
       ORDER BY dispute.id
      """;

  private static final String KNOWN = "SELECT 1 FROM organ WHERE code = ?";

  private final RegisterReader reader;
  private final Clocks clocks;
  private final DueDates dueDates;

  ReadHandling(RegisterReader reader, Clocks clocks, DueDates dueDates) {
    this.reader = reader;
    this.clocks = clocks;
    this.dueDates = dueDates;
  }

  /** Empty when the directory doesn't have the organ. */
  Optional<Handling> of(OrganCode organ, int year, Instant now, Reach reach) throws SQLException {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate last = LocalDate.of(year, 12, 31);
    LocalDate today = dueDates.today(now);
    var clock = clocks.now().of(organ);
    LocalDate asOf = today.isBefore(last) ? today : last;
    HandlingOfYear counted =
        new HandlingOfYear(year, today, application -> clock.due(application, asOf).on());
    return reader.read(
        reach,
        connection -> {
          if (!knows(connection, organ)) {
            return Optional.empty();
          }
          applications(connection, organ, first, last, counted);
          return Optional.of(
              new Handling(
                  organ,
                  year,
                  now,
                  counted.concluded(),
                  counted.severalConclusions(),
                  counted.late(),
                  counted.overdue(),
                  counted.fees(),
                  counted.overpaid(),
                  counted.gaps(),
                  directLitigation(connection, organ, first, last)));
        });
  }

  private static void applications(
      Connection connection,
      OrganCode organ,
      LocalDate first,
      LocalDate last,
      HandlingOfYear counted)
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
          counted.add(id, facts.application(steps).orElseThrow(NewerRelease::refusal));
        }
      }
    }
  }

  private static List<UUID> directLitigation(
      Connection connection, OrganCode organ, LocalDate first, LocalDate last) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(DIRECT_LITIGATION)) {
      select.setString(1, organ.value());
      select.setObject(2, first);
      select.setObject(3, last);
      List<UUID> suits = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          suits.add(row.getObject(1, UUID.class));
        }
      }
      return List.copyOf(suits);
    }
  }

  private static boolean knows(Connection connection, OrganCode organ) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(KNOWN)) {
      find.setString(1, organ.value());
      try (ResultSet row = find.executeQuery()) {
        return row.next();
      }
    }
  }
}
