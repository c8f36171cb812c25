package disclosure.requests.repetition;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.requests.audit.Actor;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.store.UnreadableRecord;
import disclosure.requests.store.submission.NaturalKey;
import disclosure.requests.store.submission.RecordedSubmissions.RecordedSubmission;
import disclosure.requests.store.submission.Said;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Compares repeated posts with the first ones. Whether a post says the same tells who applied to
 * whoever tries names: so one that differs stands in the audit trail, one that agrees after such a
 * one as well, and nobody may differ more than so many times in an hour. People who share a client
 * are counted one by one, so that nobody uses up what the others have.
 */
@ApplicationScoped
public class Repeats {

  /** What stands between a client and the person behind it: no id has it. */
  private static final String BEHIND = "\n";

  private static final String PRESENT =
      """
      SELECT client_id AS subject, number, {seconds_left} AS seconds_left
        FROM differing_repeats
       WHERE split_part(client_id, :behind, 1) = ANY (:clients)
      """
          .replace("{seconds_left}", secondsLeft());

  /** The first of an hour begins it. */
  private static final String COUNT =
      """
      INSERT INTO differing_repeats AS counted (client_id, since, number)
      VALUES (:subject, clock_timestamp(), :more)
      ON CONFLICT (client_id) DO UPDATE
         SET since = CASE WHEN {over} THEN excluded.since ELSE counted.since END,
             number = CASE WHEN {over} THEN 0 ELSE counted.number END + excluded.number
      RETURNING client_id AS subject, number, {seconds_left} AS seconds_left
      """
          .replace("{over}", "counted.since <= clock_timestamp() - interval '1 hour'")
          .replace("{seconds_left}", secondsLeft());

  private static final int TOO_MANY_REQUESTS = 429;

  private final AuditTrail audit;
  private final int most;

  Repeats(AuditTrail audit, RepeatSettings settings) {
    this.audit = audit;
    this.most = settings.differingPerHour() == 0 ? Integer.MAX_VALUE : settings.differingPerHour();
  }

  private static final String SLUG = "source-reference-taken";

  /** How what is said goes with what was said at first. */
  public enum Agreement {
    AGREES,
    DIFFERS,
    /** It can't be told any more what was said. */
    UNREADABLE
  }

  /**
   * A post of a key that is taken.
   *
   * @param by who posts it
   * @param first the post that took it
   */
  public record Repeat(Actor by, NaturalKey key, RecordedSubmission first, Agreement agreement) {

    /** A post that has to say the very same. */
    public static Repeat of(Actor by, NaturalKey key, Said said, RecordedSubmission first) {
      if (!first.isReadable()) {
        return new Repeat(by, key, first, Agreement.UNREADABLE);
      }
      return new Repeat(by, key, first, first.says(said) ? Agreement.AGREES : Agreement.DIFFERS);
    }

    /** Whose count it is: the person's, or the client's where there is none behind it. */
    private String subject() {
      return by.person().map(person -> by.clientId() + BEHIND + person).orElseGet(by::clientId);
    }

    boolean isReadable() {
      return first.isReadable() && agreement != Agreement.UNREADABLE;
    }

    boolean differs() {
      return isReadable() && agreement == Agreement.DIFFERS;
    }
  }

  /**
   * How often somebody differed in his present hour.
   *
   * @param subject whose count it is
   * @param secondsLeft until the hour is over; none when it is
   */
  private record Differed(String subject, long number, long secondsLeft) {

    static final Differed NEVER = new Differed("", 0, 0);

    /** Before the transaction at hand. */
    Differed without(int posts) {
      return new Differed(subject, secondsLeft > 0 ? number - posts : 0, secondsLeft);
    }

    Differed andOneMore() {
      return new Differed(subject, number + 1, secondsLeft);
    }
  }

  /** Why each is refused, in their order; empty when it agrees with the first one. */
  public List<Optional<Refusal>> compare(Connection connection, List<Repeat> repeats)
      throws SQLException {
    if (repeats.isEmpty()) {
      return List.of();
    }
    Map<String, Differed> differed = count(connection, repeats);
    Set<String> suspected = suspected(connection, repeats, differed);
    List<AuditTrail.Subject> differing = new ArrayList<>();
    List<AuditTrail.Subject> agreeing = new ArrayList<>();
    List<Optional<Refusal>> refusals = new ArrayList<>();
    for (Repeat repeat : repeats) {
      String subject = repeat.subject();
      Differed before = differed.getOrDefault(subject, Differed.NEVER);
      Optional<Refusal> refusal = refusal(repeat, before);
      refusals.add(refusal);
      if (before.number() >= most || !repeat.isReadable()) {
        continue;
      }
      if (repeat.differs()) {
        differed.put(subject, before.andOneMore());
        differing.add(subject(repeat));
      } else if (suspected.contains(repeat.first().applicationId().toString())) {
        agreeing.add(subject(repeat));
      }
    }
    note(connection, AuditAction.APPLICATION_REPEAT_DIFFERED, differing);
    note(connection, AuditAction.APPLICATION_REPEAT_AGREED, agreeing);
    return refusals;
  }

  private Optional<Refusal> refusal(Repeat repeat, Differed before) {
    if (!repeat.isReadable()) {
      return Optional.of(UnreadableRecord.refusal());
    }
    if (before.number() >= most) {
      return Optional.of(Refusal.tooManyRequests(Math.max(1, before.secondsLeft())));
    }
    return repeat.differs()
        ? Optional.of(differs(repeat.first().applicationId()))
        : Optional.empty();
  }

  /**
   * Counts what differs, and tells how often everybody behind the same clients had differed before.
   * Who differs has his count locked, all of them in their order, so that no two instances overlook
   * each other.
   */
  private static Map<String, Differed> count(Connection connection, List<Repeat> repeats)
      throws SQLException {
    Map<String, Integer> differing = new TreeMap<>();
    Map<String, Differed> before = new HashMap<>();
    for (Repeat repeat : repeats) {
      differing.merge(repeat.subject(), repeat.differs() ? 1 : 0, Integer::sum);
    }
    Sql.of(connection, PRESENT)
        .with("behind", BEHIND)
        .array(
            "clients",
            "text",
            repeats.stream().map(repeat -> repeat.by().clientId()).distinct().toList())
        .list(Differed.class)
        .forEach(present -> before.put(present.subject(), present.without(0)));
    for (Map.Entry<String, Integer> subject : differing.entrySet()) {
      if (subject.getValue() > 0) {
        Differed counted =
            Sql.of(connection, COUNT)
                .with("subject", subject.getKey())
                .with("more", subject.getValue())
                .one(Differed.class);
        before.put(subject.getKey(), counted.without(subject.getValue()));
      }
    }
    return before;
  }

  /**
   * The applications about which somebody differed before; a client behind which nobody ever did is
   * not asked.
   */
  private Set<String> suspected(
      Connection connection, List<Repeat> repeats, Map<String, Differed> differed)
      throws SQLException {
    Set<String> clients =
        differed.keySet().stream()
            .map(subject -> subject.split(BEHIND, 2)[0])
            .collect(Collectors.toSet());
    List<String> agreeing =
        repeats.stream()
            .filter(repeat -> clients.contains(repeat.by().clientId()) && !repeat.differs())
            .map(repeat -> repeat.first().applicationId().toString())
            .toList();
    return agreeing.isEmpty()
        ? Set.of()
        : audit.subjectsOf(connection, AuditAction.APPLICATION_REPEAT_DIFFERED, agreeing);
  }

  private void note(Connection connection, AuditAction action, List<AuditTrail.Subject> subjects)
      throws SQLException {
    if (!subjects.isEmpty()) {
      audit.append(connection, action, subjects);
    }
  }

  private static AuditTrail.Subject subject(Repeat repeat) {
    return new AuditTrail.Subject(
        repeat.by(),
        repeat.first().applicationId().toString(),
        Optional.of(repeat.key().organCode()),
        repeat.first().version());
  }

  private static String secondsLeft() {
    return "CAST(greatest(0, ceil(extract(epoch FROM since - clock_timestamp()) + 3600)) AS"
        + " bigint)";
  }

  /** Whether a repeat was not compared, since who posts it differed too often. */
  static boolean isBeyondBound(Refusal refusal) {
    return refusal.status() == TOO_MANY_REQUESTS;
  }

  /** Whether it is said that another post took the number. */
  public static boolean isDiffering(Refusal refusal) {
    return refusal.slug().equals(SLUG);
  }

  /**
   * 409: the key stands for an application with other content.
   *
   * @param other the id of that, which was registered by the same client
   */
  public static Refusal differs(UUID other) {
    return Refusal.conflict(
        SLUG,
        new Text("来源编号已被使用", "Source reference taken"),
        new Text(
            "该来源编号已登记了内容不同的申请；如需更正，请追加环节。",
            "An application with other content was recorded under this reference; add a step to"
                + " correct it."),
        List.of(RegisterFault.takenByApplication(other)));
  }
}
