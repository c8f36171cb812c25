package disclosure.statistics.matrix;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.operations.Snapshot;
import disclosure.statistics.organ.OrganTrees;
import disclosure.statistics.problem.Refusal;
import disclosure.statistics.security.CallerScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Table three for those who want to be told of its changes. */
@ApplicationScoped
public class LiveMatrices {

  private final DataSource database;

  LiveMatrices(DataSource database) {
    this.database = database;
  }

  /**
   * A table that is watched.
   *
   * @param organ the organ
   * @param period the days
   * @param scope which organs are counted
   */
  public record Watched(OrganCode organ, Period period, Scope scope) {}

  /**
   * The table as it stands.
   *
   * @param matrix the table
   * @param organs the organs that were counted; a change of another one doesn't change it
   * @param tag the same for the same figures only
   */
  public record Standing(Matrix matrix, Set<String> organs, String tag) {}

  /**
   * Lets only those watch who may read.
   *
   * @throws Refusal 404 when there is no such organ, or none that the caller acts for
   */
  public void requireVisible(OrganCode organ, CallerScope caller) {
    Snapshot.of(
        database,
        connection ->
            Organs.visible(OrganTrees.read(connection), organ, caller)
                .orElseThrow(Refusal::notFound));
  }

  /** Reads the table in one snapshot. */
  public Standing read(Watched watched) {
    Question question =
        new Question(watched.organ(), watched.period(), watched.scope(), Optional.empty());
    return Snapshot.of(
        database,
        connection -> {
          String name =
              Organs.visible(
                      OrganTrees.read(connection), watched.organ(), CallerScope.of(List.of("*")))
                  .map(organ -> organ.nameOn(watched.period().to()))
                  .orElseThrow(Refusal::notFound);
          Matrix matrix = Matrices.read(connection, question, name);
          return new Standing(
              matrix,
              Set.copyOf(Organs.codes(OrganTrees.read(connection), question)),
              FigureDigest.of(List.of(question, name, matrix.rows(), matrix.organChanges())));
        });
  }

  /**
   * Reads what is to be watched from the parameters that every table takes; without a period, it is
   * this year.
   *
   * @throws Refusal 400, naming every parameter at fault
   */
  public Watched watched(Asked asked, Clock clock) {
    if (asked.hasNoPeriod()) {
      asked.year = Integer.toString(LocalDate.now(clock).getYear());
    }
    Question question = Question.of(asked, clock);
    if (question.knownAt().isPresent()) {
      throw Refusal.invalid("knownAt", "实时数据不支持此参数", "is not supported for live figures");
    }
    return new Watched(question.organ(), question.period(), question.scope());
  }
}
