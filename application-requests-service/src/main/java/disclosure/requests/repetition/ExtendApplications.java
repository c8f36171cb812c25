package disclosure.requests.repetition;

import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.requests.audit.Actor;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.UnreadablePersonalData;
import disclosure.requests.repetition.Repeats.Agreement;
import disclosure.requests.repetition.Repeats.Repeat;
import disclosure.requests.steps.AppendStep;
import disclosure.requests.store.Applications;
import disclosure.requests.store.NewApplication;
import disclosure.requests.store.Recorder;
import disclosure.requests.store.StoredApplication;
import disclosure.requests.store.UnreadableRecord;
import disclosure.requests.store.submission.NaturalKey;
import disclosure.requests.store.submission.RecordedSubmissions;
import disclosure.requests.store.submission.RecordedSubmissions.RecordedSubmission;
import disclosure.requests.store.submission.SameNumbers;
import disclosure.requests.store.submission.SameNumbers.OtherRecord;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Appends to applications the steps that their rows in a living ledger have gained. */
@ApplicationScoped
public class ExtendApplications {

  private static final RowResult UNCHANGED = new RowResult(Change.UNCHANGED, List.of());

  private static final RowResult SET_ASIDE =
      new RowResult(Change.SET_ASIDE, List.of(RegisterFault.NOT_COMPARED_YET.at("")));

  private static final RowResult VOIDED =
      new RowResult(Change.DIFFERS, List.of(RegisterFault.VOIDED_IN_REGISTER.at("")));

  private static final RowResult HANDED_OVER =
      new RowResult(Change.DIFFERS, List.of(RegisterFault.HANDED_OVER_IN_REGISTER.at("")));

  private static final RowResult AMBIGUOUS =
      new RowResult(Change.REFUSED, List.of(RegisterFault.NUMBER_AMBIGUOUS.at("sourceReference")));

  private final RecordedSubmissions submissions;
  private final SameNumbers sameNumbers;
  private final Applications applications;
  private final AppendStep append;
  private final Repeats repeats;
  private final PersonalDataCipher cipher;

  ExtendApplications(
      RecordedSubmissions submissions,
      SameNumbers sameNumbers,
      Applications applications,
      AppendStep append,
      Repeats repeats,
      PersonalDataCipher cipher) {
    this.submissions = submissions;
    this.sameNumbers = sameNumbers;
    this.applications = applications;
    this.append = append;
    this.repeats = repeats;
    this.cipher = cipher;
  }

  /** What a row says, and who imports it. */
  public record Row(NewApplication said, Recorder recorder) {}

  /**
   * What would become of the rows that are registered or held back, by their ids; nothing is
   * appended.
   */
  public Map<UUID, RowResult> check(Connection connection, List<Row> rows, Duplicates duplicates)
      throws SQLException {
    return held(
        connection, rows, go(connection, rows, applications::find, this::checkSteps), duplicates);
  }

  /**
   * Appends what rows have gained; what differs is told, and then nothing of the row is done. Rows
   * that are held back are told too.
   */
  public Map<UUID, RowResult> extend(Connection connection, List<Row> rows, Duplicates duplicates)
      throws SQLException {
    lockOrgans(connection, rows);
    return held(
        connection, rows, go(connection, rows, applications::lock, this::appendSteps), duplicates);
  }

  /** The rows that are held back, by their ids; nothing is compared with what is registered. */
  public Map<UUID, RowResult> heldBack(Connection connection, List<Row> rows, Duplicates duplicates)
      throws SQLException {
    Set<NaturalKey> own =
        submissions
            .findInOneWriting(connection, rows.stream().map(row -> row.said().key()).toList())
            .keySet();
    return held(
        connection,
        rows.stream().filter(row -> !own.contains(row.said().key())).toList(),
        new HashMap<>(),
        duplicates);
  }

  /** Adds the rows whose number is free to their client, and another client has it. */
  private Map<UUID, RowResult> held(
      Connection connection, List<Row> rows, Map<UUID, RowResult> results, Duplicates duplicates)
      throws SQLException {
    if (duplicates == Duplicates.ACCEPTED) {
      return results;
    }
    List<NewApplication> free =
        rows.stream().map(Row::said).filter(said -> !results.containsKey(said.id())).toList();
    Map<NaturalKey, OtherRecord> others =
        sameNumbers.find(connection, free.stream().map(NewApplication::key).toList());
    for (NewApplication said : free) {
      OtherRecord other = others.get(said.key());
      if (other != null) {
        results.put(said.id(), new RowResult(Change.SET_ASIDE, List.of(question(other))));
      }
    }
    return results;
  }

  private static Fault question(OtherRecord other) {
    return RegisterFault.NUMBER_OF_ANOTHER_CLIENT.at(
        "sourceReference", other.sourceReference(), other.clientId(), other.id());
  }

  /** Two imports at once don't know of each other's numbers, in whatever writing and of whom. */
  private static void lockOrgans(Connection connection, List<Row> rows) throws SQLException {
    List<String> organs =
        rows.stream().map(row -> row.said().key().organCode().value()).distinct().sorted().toList();
    for (String organ : organs) {
      Sql.of(connection, "SELECT pg_advisory_xact_lock(hashtextextended(:organ, 18)) IS NULL")
          .with("organ", organ)
          .one(Boolean.class);
    }
  }

  @FunctionalInterface
  private interface Finding {
    Optional<StoredApplication> find(Connection connection, UUID id) throws SQLException;
  }

  @FunctionalInterface
  private interface Appending {
    void append(Connection connection, Again again, CompareApplication comparison)
        throws SQLException;
  }

  /**
   * A row of an application that is registered.
   *
   * @param stored the application, when it was looked at; it is not when the row came as at first
   * @param unable why it can't be compared
   */
  private record Again(
      Row row,
      RecordedSubmission first,
      Optional<StoredApplication> stored,
      Optional<CompareApplication> comparison,
      Optional<Refusal> unable) {

    Repeat repeat() {
      Actor by = row.said().by();
      NaturalKey key = row.said().key();
      if (unable.isPresent()) {
        return new Repeat(by, key, first, Agreement.UNREADABLE);
      }
      boolean differs = comparison.filter(CompareApplication::contradictsApplicant).isPresent();
      return new Repeat(by, key, first, differs ? Agreement.DIFFERS : Agreement.AGREES);
    }

    boolean isVoided() {
      return stored
          .filter(found -> found.application().status() == ApplicationStatus.VOIDED)
          .isPresent();
    }

    boolean isHandedOver() {
      return stored.filter(found -> found.transfers().to().isPresent()).isPresent();
    }
  }

  /**
   * In the order of the keys, in which everybody locks applications.
   *
   * @return without those whose number is free, or free again
   */
  private Map<UUID, RowResult> go(
      Connection connection, List<Row> rows, Finding finding, Appending appending)
      throws SQLException {
    Map<NaturalKey, List<RecordedSubmission>> earlier =
        rows.isEmpty()
            ? Map.of()
            : submissions.findInOneWriting(
                connection, rows.stream().map(row -> row.said().key()).toList());
    Map<UUID, RowResult> results = new HashMap<>();
    Map<Row, RecordedSubmission> registered = new HashMap<>();
    for (Row row : rows) {
      List<RecordedSubmission> same = earlier.getOrDefault(row.said().key(), List.of());
      if (same.size() > 1) {
        results.put(row.said().id(), AMBIGUOUS);
      } else if (!same.isEmpty()) {
        registered.put(row, same.get(0));
      }
    }
    List<Map.Entry<Row, RecordedSubmission>> inOrder =
        registered.entrySet().stream()
            .sorted(Comparator.comparing(entry -> entry.getValue().key()))
            .toList();
    List<Again> compared = new ArrayList<>();
    for (Map.Entry<Row, RecordedSubmission> entry : inOrder) {
      compared.add(compare(connection, entry.getKey(), entry.getValue(), finding));
    }
    List<Optional<Refusal>> refusals =
        repeats.compare(connection, compared.stream().map(Again::repeat).toList());
    for (int i = 0; i < compared.size(); i++) {
      Again again = compared.get(i);
      Optional<RowResult> result = result(connection, again, refusals.get(i), appending);
      if (result.isPresent()) {
        results.put(again.row().said().id(), result.get());
      }
    }
    return results;
  }

  private Again compare(Connection connection, Row row, RecordedSubmission first, Finding finding)
      throws SQLException {
    if (!first.isReadable() || first.says(row.said().said())) {
      return new Again(row, first, Optional.empty(), Optional.empty(), Optional.empty());
    }
    try {
      StoredApplication stored =
          finding.find(connection, first.applicationId()).orElseThrow(Refusal::notFound);
      CompareApplication comparison =
          new CompareApplication(stored, row.said(), cipher, first.kept().isPresent());
      return new Again(row, first, Optional.of(stored), Optional.of(comparison), Optional.empty());
    } catch (Refusal refusal) {
      return new Again(row, first, Optional.empty(), Optional.empty(), Optional.of(refusal));
    } catch (UnreadablePersonalData told) {
      return new Again(
          row, first, Optional.empty(), Optional.empty(), Optional.of(UnreadableRecord.refusal()));
    }
  }

  private Optional<RowResult> result(
      Connection connection, Again again, Optional<Refusal> refusal, Appending appending)
      throws SQLException {
    if (again.unable().isPresent()) {
      return again.unable().map(RowResult::refused);
    }
    if (refusal.filter(Repeats::isBeyondBound).isPresent()) {
      return Optional.of(SET_ASIDE);
    }
    if (again.comparison().isEmpty()) {
      return refusal.map(RowResult::refused).or(() -> Optional.of(UNCHANGED));
    }
    CompareApplication comparison = again.comparison().get();
    if (comparison.isNumberedAnew() && !again.isVoided()) {
      return Optional.of(new RowResult(Change.REFUSED, List.of(comparison.numberedAnew())));
    }
    if (again.isHandedOver()) {
      return Optional.of(HANDED_OVER);
    }
    if (again.isVoided()) {
      return comparison.isAnotherApplication() ? Optional.empty() : Optional.of(VOIDED);
    }
    if (!comparison.differences().isEmpty()) {
      return Optional.of(new RowResult(Change.DIFFERS, comparison.differences()));
    }
    return Optional.of(
        comparison.more().isEmpty()
            ? UNCHANGED
            : appended(connection, again, comparison, appending));
  }

  private static RowResult appended(
      Connection connection, Again again, CompareApplication comparison, Appending appending)
      throws SQLException {
    try {
      appending.append(connection, again, comparison);
      return new RowResult(Change.STEPS_APPENDED, List.of(comparison.announcement()));
    } catch (Refusal refusal) {
      return RowResult.refused(refusal);
    }
  }

  private void checkSteps(Connection connection, Again again, CompareApplication comparison) {
    append.check(
        again.stored().orElseThrow(),
        comparison.more(),
        comparison.places(),
        again.row().recorder());
  }

  private void appendSteps(Connection connection, Again again, CompareApplication comparison)
      throws SQLException {
    checkSteps(connection, again, comparison);
    append.appendAll(
        connection, again.first().applicationId(), comparison.more(), again.row().recorder());
  }
}
