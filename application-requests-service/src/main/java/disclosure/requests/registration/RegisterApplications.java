package disclosure.requests.registration;

import disclosure.edge.Refusal;
import disclosure.edge.trace.TraceParent;
import disclosure.requests.audit.Actor;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.organ.KnownOrgans;
import disclosure.requests.organ.KnownOrgans.Existence;
import disclosure.requests.repetition.Repeats;
import disclosure.requests.repetition.Repeats.Repeat;
import disclosure.requests.store.Applications;
import disclosure.requests.store.Journal;
import disclosure.requests.store.NewApplication;
import disclosure.requests.store.Recorder;
import disclosure.requests.store.submission.NaturalKey;
import disclosure.requests.store.submission.RecordedSubmissions;
import disclosure.requests.store.submission.RecordedSubmissions.RecordedSubmission;
import disclosure.requests.store.submission.Said;
import disclosure.requests.transaction.Reach;
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
import java.util.function.Function;
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
  private final Repeats repeats;
  private final WriterTransaction transaction;
  private final Counter replays;

  RegisterApplications(
      PrepareApplication prepare,
      KnownOrgans organs,
      RecordedSubmissions recordedSubmissions,
      IdempotencyKeys idempotencyKeys,
      Applications applications,
      Journal journal,
      Repeats repeats,
      WriterTransaction transaction,
      MeterRegistry meters) {
    this.prepare = prepare;
    this.organs = organs;
    this.recordedSubmissions = recordedSubmissions;
    this.idempotencyKeys = idempotencyKeys;
    this.applications = applications;
    this.journal = journal;
    this.repeats = repeats;
    this.transaction = transaction;
    this.replays =
        Counter.builder("idempotency.replays")
            .description("posts that were answered as the first of them was")
            .register(meters);
  }

  /** What is posted, by whom, and in which recorded span. */
  record Post(ApplicationRequest request, Recorder recorder, Optional<TraceParent> trace) {}

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
      return new Prepared.Sound(prepare.prepare(post.request(), post.recorder(), post.trace()));
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

  /**
   * Tells what would become of each whose number is free, and stores nothing.
   *
   * @return in the order of the posts
   */
  List<Registration> check(Connection connection, List<Prepared> posts) throws SQLException {
    return settle(
        posts,
        sound -> {
          Map<UUID, Refusal> organless = organless(connection, sound);
          return sound.stream()
              .map(
                  post ->
                      Optional.ofNullable(organless.get(post.id()))
                          .<Registration>map(Registration.Refused::new)
                          .orElseGet(
                              () -> new Registration.Recorded(post.id(), post.answer(), true)))
              .toList();
        });
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
    Actor by = recorder.recording(request.onBehalfOf()).by();
    Optional<Said> said = PrepareApplication.said(request);
    if (said.isEmpty() || !recorder.reach().includes(request.organCode())) {
      return new Registration.Refused(refusal);
    }
    return transaction.run(
        recorder.reach(),
        connection -> {
          RecordedSubmission earlier = recordedSubmissions.find(connection, List.of(key)).get(key);
          boolean agrees =
              earlier != null
                  && repeats
                      .compare(connection, List.of(Repeat.of(by, key, said.get(), earlier)))
                      .get(0)
                      .isEmpty();
          return agrees ? repeatOf(earlier) : new Registration.Refused(refusal);
        });
  }

  private static Registration repeatOf(RecordedSubmission first) {
    return new Registration.Recorded(first.applicationId(), first.answer(), false);
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
    Map<NaturalKey, NewApplication> stored =
        fresh.stream().collect(Collectors.toMap(NewApplication::key, Function.identity()));
    Set<NaturalKey> taken =
        posts.stream()
            .map(NewApplication::key)
            .filter(key -> !stored.containsKey(key))
            .collect(Collectors.toSet());
    Map<NaturalKey, RecordedSubmission> earlier =
        taken.isEmpty() ? Map.of() : recordedSubmissions.find(connection, taken);
    if (!fresh.isEmpty()) {
      journal.registered(connection, fresh);
    }
    List<Registration> outcomes = outcomes(connection, posts, organless, stored, earlier);
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

  /**
   * What became of each.
   *
   * @param organless why some can't be stored
   * @param fresh those that are the first of their keys
   * @param earlier the first posts of the keys that were taken
   */
  private List<Registration> outcomes(
      Connection connection,
      List<NewApplication> posts,
      Map<UUID, Refusal> organless,
      Map<NaturalKey, NewApplication> fresh,
      Map<NaturalKey, RecordedSubmission> earlier)
      throws SQLException {
    List<NewApplication> repeated =
        posts.stream().filter(post -> earlier.containsKey(post.key())).toList();
    Iterator<Optional<Refusal>> compared =
        repeats
            .compare(
                connection,
                repeated.stream()
                    .map(
                        post ->
                            Repeat.of(post.by(), post.key(), post.said(), earlier.get(post.key())))
                    .toList())
            .iterator();
    List<Registration> outcomes = new ArrayList<>();
    for (NewApplication post : posts) {
      Optional<Refusal> refusal = Optional.ofNullable(organless.get(post.id()));
      RecordedSubmission first = earlier.get(post.key());
      if (first != null) {
        outcomes.add(
            compared
                .next()
                .map(differing -> refusal.orElse(differing))
                .<Registration>map(Registration.Refused::new)
                .orElseGet(() -> repeatOf(first)));
      } else {
        outcomes.add(
            refusal
                .<Registration>map(Registration.Refused::new)
                .orElseGet(() -> besideFirst(post, fresh.get(post.key()))));
      }
    }
    return outcomes;
  }

  /** Of posts of one key that came together, the first is stored. */
  private static Registration besideFirst(NewApplication post, NewApplication first) {
    if (first.digest().equals(post.digest())) {
      return new Registration.Recorded(first.id(), first.answer(), first.id().equals(post.id()));
    }
    return new Registration.Refused(Repeats.differs(first.id()));
  }

  private static Refusal unknownOrgan() {
    return Refusal.notPermitted(RegisterFault.NOT_IN_DIRECTORY.at("organCode"));
  }

  private static Refusal notThatDay() {
    return Refusal.notPermitted(RegisterFault.ORGAN_NOT_THERE_ON_RECEIPT.at("organCode"));
  }
}
