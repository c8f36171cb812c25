package disclosure.report.publication;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.report.content.ReportScope;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.MergedOrgan;
import disclosure.storage.Sql;
import disclosure.storage.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * In whose published report on a year the applications of an organ are. They are in one at most: an
 * organ that ended reports itself, or is counted in its successor's report.
 */
@ApplicationScoped
public class CountedOrgans {

  private final Transactions transactions;

  CountedOrgans(DataSource database) {
    this.transactions = new Transactions(database);
  }

  private record Row(OrganCode organCode, OrganCode countedBy) {}

  /** Of the organs, those that published a report of their own on the year. */
  public Set<OrganCode> reportingThemselves(int year, Collection<OrganCode> organs) {
    return Set.copyOf(
        transactions.run(
            connection ->
                Sql.of(
                        connection,
                        """
                        SELECT DISTINCT organ_code FROM publication
                         WHERE report_year = :year AND scope = 'OWN' AND organ_code = ANY (:organs)
                        """)
                    .with("year", year)
                    .array("organs", "text", organs)
                    .list(String.class)
                    .stream()
                    .map(OrganCode::new)
                    .toList()));
  }

  /**
   * Of the organs, those whose applications belong to a report of their own: it is published, or it
   * is submitted, so that others can leave them out before it is published.
   */
  public Set<OrganCode> reportingApart(int year, Collection<OrganCode> organs) {
    return Set.copyOf(
        transactions.run(
            connection ->
                Sql.of(
                        connection,
                        """
                        SELECT organ_code FROM publication
                         WHERE report_year = :year AND scope = 'OWN' AND organ_code = ANY (:organs)
                        UNION
                        SELECT organ_code FROM life_step step
                         WHERE report_year = :year AND scope = 'OWN' AND organ_code = ANY (:organs)
                           AND kind = 'SUBMITTED'
                           AND NOT EXISTS (SELECT FROM life_step later
                                            WHERE later.report_year = step.report_year
                                              AND later.organ_code = step.organ_code
                                              AND later.scope = step.scope
                                              AND later.number > step.number)
                           AND NOT EXISTS (SELECT FROM draft_revision edited
                                            WHERE edited.report_year = step.report_year
                                              AND edited.organ_code = step.organ_code
                                              AND edited.scope = step.scope
                                              AND edited.version > step.draft_version)
                        """)
                    .with("year", year)
                    .array("organs", "text", organs)
                    .list(String.class)
                    .stream()
                    .map(OrganCode::new)
                    .toList()));
  }

  /**
   * Whose own published reports on the year have the applications of each of the organs; those that
   * are in none are absent. A release before this one published without saying so, for the organ
   * alone.
   */
  public Map<OrganCode, Set<OrganCode>> countedBy(int year, Collection<OrganCode> organs) {
    Map<OrganCode, Set<OrganCode>> found = new HashMap<>();
    transactions
        .run(
            connection ->
                Sql.of(
                        connection,
                        """
                        SELECT organ_code, counted_by FROM counted_organ
                         WHERE report_year = :year AND organ_code = ANY (:organs)
                        UNION
                        SELECT organ_code, organ_code FROM publication
                         WHERE report_year = :year AND scope = 'OWN' AND organ_code = ANY (:organs)
                        """)
                    .with("year", year)
                    .array("organs", "text", organs)
                    .list(Row.class))
        .forEach(
            row ->
                found
                    .computeIfAbsent(row.organCode(), first -> new HashSet<>())
                    .add(row.countedBy()));
    return found;
  }

  /**
   * Says whose applications are in a report that is being published.
   *
   * @throws Refusal 409 when those of one of them are in another published report
   */
  static void put(Connection connection, FrozenReport report) throws SQLException {
    if (report.id().scope() != ReportScope.OWN) {
      return;
    }
    List<Row> rows =
        Stream.concat(
                Stream.of(report.id().organ()),
                report.matrix().merged().stream().map(MergedOrgan::organCode))
            .map(organ -> new Row(organ, report.id().organ()))
            .toList();
    Sql.of(
            connection,
            "DELETE FROM counted_organ WHERE report_year = :year AND counted_by = :organ")
        .with("year", report.id().year())
        .with("organ", report.id().organ())
        .update();
    for (Row row : rows) {
      int added =
          Sql.of(
                  connection,
                  """
                  INSERT INTO counted_organ (report_year, organ_code, counted_by)
                  VALUES (:year, :organ, :countedBy)
                  ON CONFLICT (report_year, organ_code) DO NOTHING
                  """)
              .with("year", report.id().year())
              .with("organ", row.organCode())
              .with("countedBy", row.countedBy())
              .update();
      if (added == 0) {
        throw countedElsewhere(row.organCode());
      }
    }
  }

  private static Refusal countedElsewhere(OrganCode organ) {
    return new Refusal(
        409,
        "counted-elsewhere",
        new Text("申请已计入另一份报告", "Counted in another report"),
        Text.of(
            "%s的申请已计入另一份已公布的本年度报告，不能重复计入。",
            "The applications of %s are in another published report on the year already.",
            organ.value()),
        List.of());
  }
}
