package disclosure.requests.tally;

import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Sums up the fee notices and payments of the register. */
@ApplicationScoped
class FeeCount {

  /**
   * A step that corrects another stands in its place, and the last one in a place counts; one that
   * strikes it is of another type. Of several notices about one application the first counts alone
   * (国办函〔2020〕109号第六条). Nothing of a voided application counts.
   */
  private static final String SUM =
      """
      charged AS (
        SELECT DISTINCT step.application_id
          FROM application_step step
          JOIN application ON application.id = step.application_id
          JOIN counted ON counted.code = application.organ_code
         WHERE step.type IN ('FEE_NOTIFIED', 'FEE_PAID')
           AND application.status <> 'VOIDED'
      ), place (application_id, sequence, place) AS (
        SELECT application_id, sequence, sequence
          FROM application_step
          JOIN charged USING (application_id)
         WHERE corrects IS NULL
        UNION ALL
        SELECT step.application_id, step.sequence, place.place
          FROM application_step step
          JOIN place ON place.application_id = step.application_id AND place.sequence = step.corrects
      ), standing AS (
        SELECT DISTINCT ON (application_id, place) application_id, place, sequence
          FROM place
         ORDER BY application_id, place, sequence DESC
      ), ordered AS (
        SELECT type, happened_on, (content::json ->> 'amount')::numeric(12, 2) AS amount,
               row_number() OVER (PARTITION BY application_id, type
                                      ORDER BY happened_on, place) AS nth
          FROM standing
          JOIN application_step USING (application_id, sequence)
         WHERE type IN ('FEE_NOTIFIED', 'FEE_PAID')
      ), fee AS (
        SELECT type, amount
          FROM ordered CROSS JOIN period
         WHERE happened_on BETWEEN first_day AND last_day
           AND (type = 'FEE_PAID' OR nth = 1)
      )
      SELECT count(*) FILTER (WHERE type = 'FEE_NOTIFIED') AS notices,
             coalesce(sum(amount) FILTER (WHERE type = 'FEE_NOTIFIED'), 0.00) AS notified,
             coalesce(sum(amount) FILTER (WHERE type = 'FEE_PAID'), 0.00) AS received
        FROM fee
      """;

  private final RegisterReader reader;

  FeeCount(RegisterReader reader) {
    this.reader = reader;
  }

  /**
   * Sums up; the caller has been let through to the organ, and with it to what rolls up into it.
   */
  FeeFigures count(TallyQuery query, Instant asOf) throws SQLException {
    return reader.read(Reach.EVERYTHING, connection -> count(connection, query, asOf));
  }

  private static FeeFigures count(Connection connection, TallyQuery query, Instant asOf)
      throws SQLException {
    record Sums(long notices, BigDecimal notified, BigDecimal received) {}
    Sums sums = CountedOrgans.sql(connection, SUM, query).one(Sums.class);
    return new FeeFigures(
        query.organ(),
        query.from(),
        query.to(),
        query.scope(),
        asOf,
        sums.notices(),
        money(sums.notified()),
        money(sums.received()));
  }

  private static BigDecimal money(BigDecimal sum) {
    return sum.setScale(2, java.math.RoundingMode.UNNECESSARY);
  }
}
