package disclosure.statistics.reconcile;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.NegativeCount;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.matrix.Matrices;
import disclosure.statistics.matrix.Question;
import disclosure.statistics.operations.Snapshot;
import disclosure.statistics.organ.Organ;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.OrganTrees;
import disclosure.storage.Cause;
import disclosure.storage.FailureLog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * One run through organs and years. Where the table of an organ with all below it differs, those
 * below are compared one by one. What has not been counted yet differs for a moment: only what
 * differs again and again is wrong.
 */
final class RegisterComparison {

  private static final int MAX_EXAMPLES = 100;

  /** The Regulation's first day. */
  private static final LocalDate IN_FORCE = LocalDate.of(2008, 5, 1);

  private final DataSource database;
  private final RegisterTally register;
  private final int looks;
  private final long pauseMillis;
  private final OrganTree tree;
  private final List<RegisterDrift.WrongCell> examples = new ArrayList<>();
  private final TreeSet<String> unknown = new TreeSet<>();
  private final TreeSet<String> impossible = new TreeSet<>();
  private final List<RegisterDrift.NotCompared> failed = new ArrayList<>();
  private long tables;
  private long wrong;
  private long failures;

  /**
   * Nothing is compared yet.
   *
   * @param looks how often a table is looked at before it counts as wrong
   * @param pauseMillis between two looks
   */
  RegisterComparison(DataSource database, RegisterTally register, int looks, long pauseMillis) {
    this.database = database;
    this.register = register;
    this.looks = looks;
    this.pauseMillis = pauseMillis;
    this.tree = Snapshot.of(database, OrganTrees::read);
  }

  /**
   * Compares.
   *
   * @param top the organ to compare with all below it; absent for all organs
   * @param lastYear the years go up to this one
   * @param at told in the result
   */
  RegisterDrift run(Optional<OrganCode> top, int lastYear, Instant at) {
    parts(top, lastYear).forEach(part -> compare(part.organ(), period(part.year())));
    return result(at);
  }

  /** Compares a year of an organ with all below it. */
  RegisterDrift run(Part part, Instant at) {
    compare(part.organ(), period(part.year()));
    return result(at);
  }

  /** A year of an organ with all below it; in the order of what it is called. */
  record Part(int year, String organ) {

    @Override
    public String toString() {
      return year + " " + organ;
    }
  }

  /** What is compared. */
  List<Part> parts(Optional<OrganCode> top, int lastYear) {
    int firstYear = Snapshot.of(database, FirstYear::read).orElse(lastYear);
    return IntStream.rangeClosed(Math.max(firstYear, IN_FORCE.getYear()), lastYear)
        .boxed()
        .flatMap(
            year ->
                top
                    .map(organ -> List.of(organ.value()))
                    .orElseGet(() -> tops(period(year)))
                    .stream()
                    .map(organ -> new Part(year, organ)))
        .toList();
  }

  private RegisterDrift result(Instant at) {
    return new RegisterDrift(
        at,
        tables,
        wrong,
        List.copyOf(examples),
        List.copyOf(unknown),
        List.copyOf(impossible),
        failures,
        List.copyOf(failed));
  }

  /** The year, as far as there could be applications in it: the register takes no day before. */
  private static Period period(int year) {
    Period whole = Period.ofYear(year);
    return whole.from().isBefore(IN_FORCE) ? new Period(IN_FORCE, whole.to()) : whole;
  }

  private List<String> tops(Period period) {
    return tree.organs().stream()
        .filter(organ -> organ.above(period.to()).flatMap(above -> tree.find(above)).isEmpty())
        .map(Organ::code)
        .toList();
  }

  private List<String> below(String top, Period period) {
    return tree.organs().stream()
        .filter(organ -> organ.above(period.to()).equals(Optional.of(top)))
        .map(Organ::code)
        .toList();
  }

  /** Whether the table of the organ with all below it differs. */
  private boolean compare(String organ, Period period) {
    if (unknown.contains(organ)) {
      return true;
    }
    List<RegisterDrift.WrongCell> sums;
    try {
      sums = differences(organ, period, Scope.SUBTREE);
    } catch (NegativeCount negative) {
      impossible.add(organ + " " + period.from().getYear());
      return true;
    } catch (TableNotCompared fault) {
      setAside(organ, period, Scope.SUBTREE, fault);
      ownDiffers(organ, period);
      below(organ, period).forEach(below -> compare(below, period));
      return true;
    }
    if (sums.isEmpty()) {
      return unknown.contains(organ);
    }
    boolean explained = ownDiffers(organ, period);
    for (String below : below(organ, period)) {
      explained |= compare(below, period);
    }
    if (!explained) {
      note(sums);
    }
    return true;
  }

  private boolean ownDiffers(String organ, Period period) {
    try {
      List<RegisterDrift.WrongCell> own = differences(organ, period, Scope.OWN);
      note(own);
      return !own.isEmpty();
    } catch (NegativeCount negative) {
      // What the organs below have may make up for it in the sum.
      impossible.add(organ + " " + period.from().getYear());
      return true;
    } catch (TableNotCompared fault) {
      setAside(organ, period, Scope.OWN, fault);
      return true;
    }
  }

  private void setAside(String organ, Period period, Scope scope, TableNotCompared fault) {
    failures++;
    if (failed.size() < MAX_EXAMPLES) {
      failed.add(
          new RegisterDrift.NotCompared(
              organ, period.from().getYear(), scope, Cause.of(fault).text()));
    }
  }

  private void note(List<RegisterDrift.WrongCell> cells) {
    wrong += cells.size();
    cells.stream().limit(MAX_EXAMPLES - examples.size()).forEach(examples::add);
  }

  private List<RegisterDrift.WrongCell> differences(String organ, Period period, Scope scope) {
    tables++;
    List<RegisterDrift.WrongCell> found = look(organ, period, scope);
    for (int again = 1; again < looks && !found.isEmpty(); again++) {
      pause();
      found = look(organ, period, scope);
    }
    return found;
  }

  private List<RegisterDrift.WrongCell> look(String organ, Period period, Scope scope) {
    Question question = Question.of(new OrganCode(organ), period, scope);
    Optional<List<MatrixRow>> theirs = register.rows(organ, period, scope);
    List<MatrixRow> ours = ours(question);
    if (theirs.isEmpty()) {
      unknown.add(organ);
      return List.of();
    }
    List<RegisterDrift.WrongCell> cells = new ArrayList<>();
    for (FormRow row : FormRow.values()) {
      for (ApplicantType type : ApplicantType.values()) {
        long counted = ours.get(row.ordinal()).counts().of(type);
        long recounted = theirs.get().get(row.ordinal()).counts().of(type);
        if (counted != recounted) {
          cells.add(
              new RegisterDrift.WrongCell(
                  organ, period.from().getYear(), scope, row, type, counted, recounted));
        }
      }
    }
    return cells;
  }

  /**
   * The table as it is counted here.
   *
   * @throws TableNotCompared when it can't be made, though the database answers
   */
  private List<MatrixRow> ours(Question question) {
    try {
      return Snapshot.of(
          database, connection -> Matrices.rows(connection, OrganTrees.read(connection), question));
    } catch (NegativeCount impossibleTable) {
      throw impossibleTable;
    } catch (RuntimeException failure) {
      if (FailureLog.isOutage(failure)) {
        throw failure;
      }
      throw new TableNotCompared("the table can't be made", failure);
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(pauseMillis);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while comparing", stopping);
    }
  }
}
