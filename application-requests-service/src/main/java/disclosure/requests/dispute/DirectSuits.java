package disclosure.requests.dispute;

import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** 未经行政复议直接提起的行政诉讼: the suits that no reconsideration went before. */
@ApplicationScoped
public class DirectSuits {

  private static final String ACCEPTED =
      """
      SELECT id, source_reference, application_id
        FROM dispute
       WHERE organ_code = :organ
         AND kind = 'LITIGATION_DIRECT'
         AND accepted_on BETWEEN :first AND :last
         AND application_id IS NOT NULL
         AND NOT voided
       ORDER BY id
      """;

  /**
   * A suit.
   *
   * @param sourceReference the office's own number of it
   * @param applicationId what it is about
   */
  public record Suit(UUID id, String sourceReference, UUID applicationId) {}

  /** Those against an organ that were accepted between two days, by their ids. */
  public List<Suit> between(Connection connection, OrganCode organ, LocalDate first, LocalDate last)
      throws SQLException {
    return Sql.of(connection, ACCEPTED)
        .with("organ", organ)
        .with("first", first)
        .with("last", last)
        .list(Suit.class);
  }
}
