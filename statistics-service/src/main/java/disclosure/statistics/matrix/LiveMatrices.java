package disclosure.statistics.matrix;

import disclosure.edge.CallerScope;
import disclosure.edge.Refusal;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.fault.StatisticsFault;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Table three for those who want to be told of its changes. */
@ApplicationScoped
public class LiveMatrices {

  private final DataSource database;
  private final Clock clock;

  LiveMatrices(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A table that is watched.
   *
   * @param organ the organ
   * @param period the days
   * @param scope which organs are counted
   */
  public record Watched(OrganCode organ, Period period, Scope scope) {

    private Question question() {
      return Question.of(organ, period, scope);
    }
  }

  /**
   * The table as it stands.
   *
   * @param matrix the table
   * @param organs the organs that were counted; a change of another one doesn't change it
   * @param tag the same for the same figures only
   */
  public record LiveTable(Matrix matrix, Set<String> organs, String tag) {}

  /** The hierarchy on a day, by which it is decided who may read; another reading is another. */
  public record Hierarchy(OrganTree tree, LocalDate today) {}

  /**
   * The tables as they stand, but for those of organs that there aren't any more.
   *
   * @param hierarchy that of the same snapshot
   */
  public record Standing(Hierarchy hierarchy, Map<Watched, LiveTable> tables) {}

  /**
   * Lets only those watch who may read.
   *
   * @return the hierarchy by which that was decided
   * @throws Refusal 404 when there is no such organ, or none that the caller may read
   */
  public Hierarchy requireVisible(Watched watched, CallerScope caller) {
    Hierarchy hierarchy = now();
    if (!isVisible(hierarchy, watched, caller)) {
      throw Refusal.notFound();
    }
    return hierarchy;
  }

  /** Whether the caller may read the table by this hierarchy. */
  public static boolean isVisible(Hierarchy by, Watched watched, CallerScope caller) {
    return Organs.visible(by.tree(), watched.question(), new Viewer(caller, by.today()))
        .isPresent();
  }

  /** Whether the caller may also read which organs and applications the table counts. */
  public static boolean isListed(Hierarchy by, Watched watched, CallerScope caller) {
    return Organs.isListed(by.tree(), watched.question(), new Viewer(caller, by.today()));
  }

  /** The hierarchy as it stands. */
  public Hierarchy now() {
    return new Hierarchy(Snapshot.of(database, OrganTrees::read), today());
  }

  /** The day on which who is above whom decides who may read. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Reads the tables in one snapshot. */
  public Standing read(Collection<Watched> watched) {
    return Snapshot.of(
        database,
        connection -> {
          SnapshotHead head = SnapshotHead.of(connection);
          OwnTables own = OwnTables.read(connection, watched);
          Map<Watched, LiveTable> tables = new HashMap<>();
          for (Watched one : watched) {
            Question question = one.question();
            Optional<Organ> organ = head.tree().find(one.organ().value());
            if (organ.isPresent()) {
              String name = organ.get().nameOn(one.period().to());
              Matrix matrix =
                  one.scope() == Scope.OWN && !MergedOrgans.isAny(head.tree(), question)
                      ? Matrices.of(head, question, name, own.rows(one), List.of())
                      : Matrices.read(connection, head, question, name);
              tables.put(
                  one,
                  new LiveTable(
                      matrix,
                      Set.copyOf(Organs.codes(head.tree(), question)),
                      FigureDigest.of(question, matrix)));
            }
          }
          return new Standing(new Hierarchy(head.tree(), today()), tables);
        });
  }

  /**
   * The rows of those that are of one organ only. They are read together: an import changes those
   * of thousands at once.
   */
  private record OwnTables(Map<Period, Map<String, List<MatrixRow>>> byPeriod) {

    static OwnTables read(Connection connection, Collection<Watched> watched) throws SQLException {
      Map<Period, Set<String>> organs = new HashMap<>();
      for (Watched one : watched) {
        if (one.scope() == Scope.OWN) {
          organs.computeIfAbsent(one.period(), first -> new HashSet<>()).add(one.organ().value());
        }
      }
      Map<Period, Map<String, List<MatrixRow>>> byPeriod = new HashMap<>();
      for (Map.Entry<Period, Set<String>> asked : organs.entrySet()) {
        byPeriod.put(asked.getKey(), Tables.matrices(connection, asked.getValue(), asked.getKey()));
      }
      return new OwnTables(byPeriod);
    }

    List<MatrixRow> rows(Watched one) {
      return byPeriod.get(one.period()).get(one.organ().value());
    }
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
      throw Refusal.invalid(StatisticsFault.NOT_SUPPORTED_HERE.at("knownAt"));
    }
    if (!question.without().isEmpty()) {
      throw Refusal.invalid(StatisticsFault.NOT_SUPPORTED_HERE.at("without"));
    }
    return new Watched(question.organ(), question.period(), question.scope());
  }
}
