package disclosure.requests.registration;

import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.organ.KnownOrgans;
import disclosure.requests.organ.KnownOrgans.Existence;
import disclosure.requests.store.Applications;
import disclosure.requests.store.ContentDigest;
import disclosure.requests.store.Journal;
import disclosure.requests.store.NaturalKey;
import disclosure.requests.store.NewApplication;
import disclosure.requests.store.RecordedSubmissions;
import disclosure.requests.store.RecordedSubmissions.RecordedSubmission;
import disclosure.requests.store.Recorder;
import disclosure.requests.store.UnreadableRecord;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.requests.transaction.WriterTransaction;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Logs applications, one or many in one transaction. A post of a key that is taken answers as the
 * first post of it did, if it says the same.
 */
@ApplicationScoped
class RegisterApplications {

  private final PrepareApplication prepare;
  private final KnownOrgans organs;
  private final RecordedSubmissions recordedSubmissions;
  private final IdempotencyKeys idempotencyKeys;
  private final Applications applications;
  private final Journal journal;
  private final RegisterReader reader;
  private final WriterTransaction transaction;
  private final Counter replays;

  RegisterApplications(
      PrepareApplication prepare,
      KnownOrgans organs,
      RecordedSubmissions recordedSubmissions,
      IdempotencyKeys idempotencyKeys,
      Applications applications,
      Journal journal,
      RegisterReader reader,
      WriterTransaction transaction,
      MeterRegistry meters) {
    this.prepare = prepare;
    this.organs = organs;
    this.recordedSubmissions = recordedSubmissions;
    this.idempotencyKeys = idempotencyKeys;
    this.applications = applications;
    this.journal = journal;
    this.reader = reader;
    this.transaction = transaction;
    this.replays =
        Counter.builder("idempotency.replays")
            .description("posts that were answered as the first of them was")
            .register(meters);
  }

  /** What is posted, and by whom. */
  record Post(ApplicationRequest request, Recorder recorder) {}

  /**
   * Registers one application.
   *
   * @param idempotencyKey the client's name for this very request
   * @throws Refusal 409 when the name stands for another one
   */
  Registration register(Post post, String idempotencyKey) throws SQLException {
    return go(
            List.of(post),
            (reach, sound) ->
                transaction.runByKeys(
                    reach, connection -> storeOnce(connection, sound.get(0), idempotencyKey)))
        .get(0);
  }

  /**
   * Registers what can be registered, in one transaction; one refusal spoils no other.
   *
   * @return what became of each, in the order of the posts
   */
  List<Registration> register(List<Post> posts) throws SQLException {
    return go(
        posts,
        (reach, sound) -> transaction.runByKeys(reach, connection -> store(connection, sound)));
  }

  /** A post before the transaction that it is stored in. */
  sealed interface Prepared {

    /** One that can be stored. */
    record Sound(NewApplication application) implements Prepared {}

    /** One of which it is known already what became of it. */
    record Settled(Registration registration) implements Prepared {}
  }

  /** Prepares a post, outside the transaction that it is stored in. */
  Prepared prepare(Post post) throws SQLException {
    try {
      return new Prepared.Sound(prepare.prepare(post.request(), post.recorder()));
    } catch (Refusal refusal) {
      return new Prepared.Settled(repeated(post.request(), post.recorder(), refusal));
    }
  }

  /**
   * Registers what can be registered in the transaction at hand; one refusal spoils no other.
   *
   * @return what became of each, in the order of the posts
   */
  List<Registration> register(Connection connection, List<Prepared> posts) throws SQLException {
    return settle(posts, sound -> store(connection, sound));
  }

  /** Tells what would become of each, and stores nothing. */
  List<Registration> check(List<Post> posts) throws SQLException {
    return go(
        posts,
        (reach, sound) ->
            reader.read(
                reach,
                connection -> {
                  Map<UUID, Refusal> organless = organless(connection, sound);
                  Map<NaturalKey, RecordedSubmission> submissions =
                      recordedSubmissions.find(
                          connection, sound.stream().map(NewApplication::key).toList());
                  sound.stream()
                      .filter(post -> !organless.containsKey(post.id()))
                      .forEach(post -> submissions.putIfAbsent(post.key(), first(post)));
                  return outcomes(sound, organless, submissions);
                }));
  }

  /** What is done with those that can be stored. */
  @FunctionalInterface
  private interface Storing {
    List<Registration> of(Reach reach, List<NewApplication> sound) throws SQLException;
  }

  /** What is done with those that can be stored, in one transaction. */
  @FunctionalInterface
  private interface InTransaction {
    List<Registration> of(List<NewApplication> sound) throws SQLException;
  }

  /** The transaction reaches what the sound posts are about, which is what their clients may. */
  private List<Registration> go(List<Post> posts, Storing storing) throws SQLException {
    List<Prepared> prepared = new ArrayList<>();
    for (Post post : posts) {
      prepared.add(prepare(post));
    }
    return settle(prepared, sound -> storing.of(new Reach(false, organs(sound)), sound));
  }

  private static List<Registration> settle(List<Prepared> posts, InTransaction storing)
      throws SQLException {
    List<NewApplication> sound = new ArrayList<>();
    for (Prepared post : posts) {
      if (post instanceof Prepared.Sound one) {
        sound.add(one.application());
      }
    }
    Iterator<Registration> stored =
        (sound.isEmpty() ? List.<Registration>of() : storing.of(sound)).iterator();
    return posts.stream()
        .map(
            post ->
                post instanceof Prepared.Settled settled ? settled.registration() : stored.next())
        .toList();
  }

  private static Set<OrganCode> organs(List<NewApplication> posts) {
    return posts.stream().map(post -> post.key().organCode()).collect(Collectors.toSet());
  }

  /** What was recorded stays answered, also when it could not be recorded any more. */
  private Registration repeated(ApplicationRequest request, Recorder recorder, Refusal refusal)
      throws SQLException {
    NaturalKey key =
        new NaturalKey(recorder.clientId(), request.organCode(), request.sourceReference());
    Optional<ContentDigest> digest = PrepareApplication.digest(request);
    Optional<RecordedSubmission> earlier =
        digest.isEmpty() || !recorder.reach().includes(request.organCode())
            ? Optional.empty()
            : reader.read(
                recorder.reach(),
                connection ->
                    Optional.ofNullable(recordedSubmissions.find(connection, List.of(key)).get(key))
                        .filter(first -> first.says(digest.get())));
    return earlier.isPresent()
        ? new Registration.Recorded(earlier.get().applicationId(), earlier.get().answer(), false)
        : new Registration.Refused(refusal);
  }

  /**
   * With a client's own name for the request, in a transaction that fails when the name is taken.
   */
  private List<Registration> storeOnce(
      Connection connection, NewApplication post, String idempotencyKey) throws SQLException {
    List<Registration> outcomes = store(connection, List.of(post));
    if (outcomes.get(0) instanceof Registration.Recorded recorded) {
      idempotencyKeys.claim(
          connection, post.key().clientId(), idempotencyKey, recorded.id(), post.recordedAt());
    }
    return outcomes;
  }

  private List<Registration> store(Connection connection, List<NewApplication> posts)
      throws SQLException {
    Map<UUID, Refusal> organless = organless(connection, posts);
    Map<NaturalKey, NewApplication> firsts = new TreeMap<>();
    posts.stream()
        .filter(post -> !organless.containsKey(post.id()))
        .forEach(post -> firsts.putIfAbsent(post.key(), post));
    List<NewApplication> fresh =
        firsts.isEmpty()
            ? List.of()
            : applications.insert(connection, List.copyOf(firsts.values()));
    Map<NaturalKey, RecordedSubmission> submissions = new HashMap<>();
    fresh.forEach(first -> submissions.put(first.key(), first(first)));
    List<NaturalKey> taken =
        posts.stream()
            .map(NewApplication::key)
            .filter(key -> !submissions.containsKey(key))
            .toList();
    if (!taken.isEmpty()) {
      submissions.putAll(recordedSubmissions.find(connection, Set.copyOf(taken)));
    }
    if (!fresh.isEmpty()) {
      journal.registered(connection, fresh);
    }
    List<Registration> outcomes = outcomes(posts, organless, submissions);
    outcomes.stream()
        .filter(outcome -> outcome instanceof Registration.Recorded recorded && !recorded.created())
        .forEach(repeated -> replays.increment());
    return outcomes;
  }

  /** Why posts can't be stored whose organ isn't there, or wasn't there on the day of receipt. */
  private Map<UUID, Refusal> organless(Connection connection, List<NewApplication> posts)
      throws SQLException {
    Map<OrganCode, Existence> directory = organs.find(connection, organs(posts));
    Map<UUID, Refusal> refusals = new HashMap<>();
    for (NewApplication post : posts) {
      Existence existence = directory.get(post.key().organCode());
      if (existence == null) {
        refusals.put(post.id(), unknownOrgan());
      } else if (!existence.on(post.application().receipt().receivedOn())) {
        refusals.put(post.id(), notThatDay());
      }
    }
    return refusals;
  }

  private static RecordedSubmission first(NewApplication post) {
    return new RecordedSubmission(post.id(), Optional.of(post.digest()), post.answer());
  }

  private static List<Registration> outcomes(
      List<NewApplication> posts,
      Map<UUID, Refusal> organless,
      Map<NaturalKey, RecordedSubmission> submissions) {
    return posts.stream()
        .map(
            post ->
                organless.containsKey(post.id())
                    ? Optional.ofNullable(submissions.get(post.key()))
                        .filter(earlier -> earlier.says(post.digest()))
                        .map(earlier -> outcome(post, earlier))
                        .orElseGet(() -> new Registration.Refused(organless.get(post.id())))
                    : outcome(post, Optional.of(submissions.get(post.key())).orElseThrow()))
        .toList();
  }

  private static Registration outcome(NewApplication post, RecordedSubmission submission) {
    if (submission.applicationId().equals(post.id())) {
      return new Registration.Recorded(post.id(), post.answer(), true);
    }
    if (submission.digest().isEmpty()) {
      return new Registration.Refused(UnreadableRecord.refusal());
    }
    if (submission.says(post.digest())) {
      return new Registration.Recorded(submission.applicationId(), submission.answer(), false);
    }
    return new Registration.Refused(differs());
  }

  private static Refusal unknownOrgan() {
    return Refusal.notPermitted("organCode", "名录中没有该行政机关", "is not in the directory of organs");
  }

  private static Refusal notThatDay() {
    return Refusal.notPermitted(
        "organCode", "该行政机关在收到申请之日不存在", "did not exist on the day of receipt");
  }

  private static Refusal differs() {
    return Refusal.conflict(
        "source-reference-taken",
        new Text("来源编号已被使用", "Source reference taken"),
        new Text(
            "该来源编号已登记了内容不同的申请；如需更正，请追加环节。",
            "An application with other content was recorded under this reference; add a step to"
                + " correct it."),
        List.of(
            Fault.of(
                "sourceReference",
                "已登记了内容不同的申请",
                "is taken by an application with other content")));
  }
}
