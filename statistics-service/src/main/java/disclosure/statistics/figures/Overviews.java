package disclosure.statistics.figures;

import disclosure.edge.CallerScope;
import disclosure.edge.Refusal;
import disclosure.statistics.contract.Period;
import disclosure.statistics.figures.Comparison.Neighbours;
import disclosure.statistics.matrix.Asked;
import disclosure.statistics.matrix.Organs;
import disclosure.statistics.matrix.Question;
import disclosure.statistics.matrix.Tables;
import disclosure.statistics.operations.Snapshot;
import disclosure.statistics.organ.Organ;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.OrganTrees;
import disclosure.statistics.organ.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads several figures at once, for those who look at them side by side. */
@ApplicationScoped
public class Overviews {

  private final DataSource database;
  private final Clock clock;

  Overviews(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * The figures of an organ. A period that goes on is read until today, so that the year before is
   * that of the same days.
   *
   * @throws Refusal 400 naming every parameter at fault, or for more than five years; 404 when
   *     there is no such organ, or none that the caller may read
   */
  public Overview read(Asked asked, CallerScope caller) {
    Viewer viewer = Viewer.of(caller, clock);
    Question question = untilToday(Question.of(asked, clock));
    return Snapshot.of(
        database,
        connection -> {
          OrganTree tree = OrganTrees.read(connection);
          Organ organ = Organs.visible(tree, question, viewer).orElseThrow(Refusal::notFound);
          return overview(connection, tree, organ, question, viewer);
        });
  }

  private static Overview overview(
      Connection connection, OrganTree tree, Organ organ, Question question, Viewer viewer)
      throws SQLException {
    Period period = question.period();
    Question before = question.in(Neighbours.yearBefore(period));
    boolean seen = Organs.visible(tree, before, viewer).isPresent();
    List<String> organs = Organs.codes(tree, question);
    List<String> then = seen ? Organs.codes(tree, before) : List.of();
    return new Overview(
        question.organ(),
        organ.nameOn(period.to()),
        period,
        before.period(),
        question.scope(),
        Tables.asOf(connection),
        Comparison.read(
            connection,
            tree,
            question,
            days -> Organs.visible(tree, question.in(days), viewer).isPresent()),
        Trend.read(connection, tree, question),
        seen ? Optional.of(Trend.read(connection, tree, before)) : Optional.empty(),
        TimelinessQuery.read(connection, organs, question),
        seen ? Optional.of(TimelinessQuery.read(connection, then, before)) : Optional.empty(),
        OpenApplications.read(connection, organs, question),
        organs.stream().anyMatch(code -> isAnother(tree, question, code)));
  }

  /** Whether there is anything to rank beside the organ itself. */
  private static boolean isAnother(OrganTree tree, Question question, String code) {
    return !code.equals(question.organ().value()) && Organs.standsInLists(tree, question, code);
  }

  /**
   * The organs in the scope, the highest first.
   *
   * @param by a figure of the ranking; absent for what was received
   * @throws Refusal 400 naming the parameter at fault; 404 when there is no such organ, or the
   *     caller may not read each of them
   */
  public RankedOrgans rank(Asked asked, Optional<String> by, int limit, CallerScope caller) {
    Viewer viewer = Viewer.of(caller, clock);
    Question question = untilToday(Question.of(asked, clock));
    Ranking.By figure = Ranking.By.named(by);
    return Snapshot.of(
        database,
        connection -> {
          OrganTree tree = OrganTrees.read(connection);
          Organ organ = Organs.visible(tree, question, viewer).orElseThrow(Refusal::notFound);
          Organs.requireListed(tree, question, viewer);
          Counted<Ranking> ranking =
              Ranking.read(
                  connection, tree, Organs.listed(tree, question), question, figure, limit);
          Period then = Neighbours.yearBefore(question.period());
          List<String> listed =
              ranking.figures().items().stream()
                  .map(item -> item.organ().value())
                  .filter(code -> viewer.mayRead(tree, code, then))
                  .toList();
          return new RankedOrgans(
              question.organ(),
              organ.nameOn(question.period().to()),
              question.period(),
              then,
              question.scope(),
              Tables.asOf(connection),
              ranking,
              Ranking.before(connection, tree, listed, question.in(then)));
        });
  }

  private Question untilToday(Question question) {
    LocalDate today = LocalDate.now(clock);
    Period period = question.period();
    return period.to().isAfter(today) && !period.from().isAfter(today)
        ? question.in(new Period(period.from(), today))
        : question;
  }
}
