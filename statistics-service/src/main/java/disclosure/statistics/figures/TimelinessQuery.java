package disclosure.statistics.figures;

import disclosure.edge.Text;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Outcome;
import disclosure.statistics.matrix.KnownStates;
import disclosure.statistics.matrix.Question;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts how answers stood to their due dates. */
final class TimelinessQuery {

  /** In {@code known}: whether the due date is told, and whether the answer was after it. */
  static final String GROUP =
      """
      count(*) AS concluded,
      count(*) FILTER (WHERE working_days IS NOT NULL
                         AND (concluded_on > answer_due_on) IS NOT TRUE) AS on_time,
      count(*) FILTER (WHERE concluded_on > answer_due_on) AS late,
      count(*) FILTER (WHERE working_days IS NULL) AS untold,
      count(*) FILTER (WHERE extended) AS extended,
      count(working_days) AS timed,
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY working_days))::numeric(9, 1) AS median,
      percentile_disc(0.9) WITHIN GROUP (ORDER BY working_days) AS ninetieth
      """;

  private static final Text POPULATION =
      new Text(
          "本期办结的政府信息公开申请（不含已作废的）", "Applications concluded in the period, without voided ones");

  private TimelinessQuery() {}

  static Counted<Timeliness> read(Connection connection, List<String> organs, Question question)
      throws SQLException {
    Map<Outcome, Timeliness.Figures> byOutcome = new EnumMap<>(Outcome.class);
    Map<ApplicantType, Timeliness.Figures> byType = new EnumMap<>(ApplicantType.class);
    Timeliness.Figures all = Timeliness.Figures.NONE;
    List<Group> groups =
        KnownStates.select(
                connection,
                organs,
                question,
                "SELECT outcome, applicant_type, "
                    + GROUP
                    + """
                    FROM known WHERE concluded_on BETWEEN :from AND :to
                    GROUP BY GROUPING SETS ((), (outcome), (applicant_type))
                    """)
            .with("from", question.period().from())
            .with("to", question.period().to())
            .rows(Group::of);
    for (Group group : groups) {
      if (group.outcome().isPresent()) {
        byOutcome.put(group.outcome().get(), group.figures());
      } else if (group.type().isPresent()) {
        byType.put(group.type().get(), group.figures());
      } else {
        all = group.figures();
      }
    }
    return new Counted<>(
        POPULATION, all.concluded(), new Timeliness(all, outcomes(byOutcome), types(byType)));
  }

  /** The applications with an outcome, those of a type, or all of them. */
  private record Group(
      Optional<Outcome> outcome, Optional<ApplicantType> type, Timeliness.Figures figures) {

    static Group of(ResultSet row) throws SQLException {
      return new Group(
          Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
          Optional.ofNullable(row.getString("applicant_type")).map(ApplicantType::valueOf),
          new Timeliness.Figures(
              row.getLong("concluded"),
              row.getLong("on_time"),
              row.getLong("late"),
              row.getLong("untold"),
              row.getLong("extended"),
              row.getLong("timed"),
              Optional.ofNullable(row.getBigDecimal("median")),
              Optional.ofNullable(row.getObject("ninetieth", Integer.class))));
    }
  }

  private static List<Timeliness.OfOutcome> outcomes(Map<Outcome, Timeliness.Figures> figures) {
    return Arrays.stream(Outcome.values())
        .map(
            outcome ->
                new Timeliness.OfOutcome(
                    outcome,
                    outcome.label(),
                    figures.getOrDefault(outcome, Timeliness.Figures.NONE)))
        .toList();
  }

  private static List<Timeliness.OfType> types(Map<ApplicantType, Timeliness.Figures> figures) {
    return Arrays.stream(ApplicantType.values())
        .map(
            type ->
                new Timeliness.OfType(
                    type, type.label(), figures.getOrDefault(type, Timeliness.Figures.NONE)))
        .toList();
  }
}
