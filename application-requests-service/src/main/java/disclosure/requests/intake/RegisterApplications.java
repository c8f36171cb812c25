package disclosure.requests.intake;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.intake.IntakeKeys.Earlier;
import disclosure.requests.intake.KnownOrgans.Existence;
import disclosure.requests.outbox.WriterTransaction;
import disclosure.requests.problem.Fault;
import disclosure.requests.problem.Refusal;
import disclosure.requests.problem.Text;
import disclosure.requests.security.RegisterReader;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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
 * Logs applications, one or many in one transaction. A post of a key that is taken answers as the
 * first post of it did, if it says the same.
 */
@ApplicationScoped
class RegisterApplications {

  private final PrepareApplication prepare;
  private final KnownOrgans organs;
  private final IntakeKeys keys;
  private final IdempotencyKeys idempotencyKeys;
  private final Applications applications;
  private final Journal journal;
  private final RegisterReader reader;
  private final WriterTransaction transaction;
  private final Counter replays;

  RegisterApplications(
      PrepareApplication prepare,
      KnownOrgans organs,
      IntakeKeys keys,
      IdempotencyKeys idempotencyKeys,
      Applications applications,
      Journal journal,
      RegisterReader reader,
      WriterTransaction transaction,
      MeterRegistry meters) {
    this.prepare = prepare;
    this.organs = organs;
    this.keys = keys;
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

  /**
   * Registers one application.
   *
   * @param idempotencyKey the client's name for this very request
   */
  Registration register(
      ApplicationRequest request, Recorder recorder, Optional<String> idempotencyKey)
      throws SQLException {
    return register(List.of(request), recorder, idempotencyKey).get(0);
  }

  /**
   * Registers what can be registered; one refusal spoils no other.
   *
   * @return what became of each, in the order of the requests
   */
  List<Registration> register(List<ApplicationRequest> requests, Recorder recorder)
      throws SQLException {
    return register(requests, recorder, Optional.empty());
  }

  private List<Registration> register(
      List<ApplicationRequest> requests, Recorder recorder, Optional<String> idempotencyKey)
      throws SQLException {
    return go(
        requests,
        recorder,
        sound ->
            transaction.run(
                recorder.reach(),
                connection -> store(connection, sound, recorder, idempotencyKey)));
  }

  /** Tells what would become of each, and stores nothing. */
  List<Registration> check(List<ApplicationRequest> requests, Recorder recorder)
      throws SQLException {
    return go(
        requests,
        recorder,
        sound ->
            reader.read(
                recorder.reach(),
                connection -> {
                  Map<NaturalKey, Earlier> taken =
                      keys.find(connection, sound.stream().map(NewApplication::key).toList());
                  return sound.stream()
                      .map(
                          post ->
                              outcome(
                                  post,
                                  taken.getOrDefault(
                                      post.key(),
                                      new Earlier(post.id(), post.digest(), post.answer()))))
                      .toList();
                }));
  }

  /** What is done with those that can be stored. */
  @FunctionalInterface
  private interface Storing {
    List<Registration> of(List<NewApplication> sound) throws SQLException;
  }

  private List<Registration> go(
      List<ApplicationRequest> requests, Recorder recorder, Storing storing) throws SQLException {
    Map<OrganCode, Existence> directory =
        organs.find(
            requests.stream().map(ApplicationRequest::organCode).collect(Collectors.toSet()));
    Registration[] registrations = new Registration[requests.size()];
    List<NewApplication> sound = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < registrations.length; i++) {
      try {
        sound.add(prepare.prepare(requests.get(i), recorder, directory));
        places.add(i);
      } catch (Refusal refusal) {
        registrations[i] = repeated(requests.get(i), recorder, refusal);
      }
    }
    if (!sound.isEmpty()) {
      List<Registration> stored = storing.of(sound);
      for (int i = 0; i < places.size(); i++) {
        registrations[places.get(i)] = stored.get(i);
      }
    }
    return List.of(registrations);
  }

  /** What was recorded stays answered, also when it could not be recorded any more. */
  private Registration repeated(ApplicationRequest request, Recorder recorder, Refusal refusal)
      throws SQLException {
    NaturalKey key =
        new NaturalKey(recorder.clientId(), request.organCode(), request.sourceReference());
    Optional<ContentDigest> digest = PrepareApplication.digest(request);
    Optional<Earlier> earlier =
        digest.isEmpty() || !recorder.reach().includes(request.organCode())
            ? Optional.empty()
            : reader.read(
                recorder.reach(),
                connection ->
                    Optional.ofNullable(keys.find(connection, List.of(key)).get(key))
                        .filter(first -> first.digest().equals(digest.get())));
    return earlier.isPresent()
        ? new Registration.Recorded(earlier.get().applicationId(), earlier.get().answer(), false)
        : new Registration.Refused(refusal);
  }

  private List<Registration> store(
      Connection connection,
      List<NewApplication> posts,
      Recorder recorder,
      Optional<String> idempotencyKey)
      throws SQLException {
    Map<NaturalKey, NewApplication> firsts = new TreeMap<>();
    posts.forEach(post -> firsts.putIfAbsent(post.key(), post));
    Set<UUID> claimed = keys.claim(connection, List.copyOf(firsts.values()));
    List<NewApplication> fresh = new ArrayList<>();
    Map<NaturalKey, Earlier> standing = new HashMap<>();
    for (NewApplication first : firsts.values()) {
      if (claimed.contains(first.id())) {
        fresh.add(first);
        standing.put(first.key(), new Earlier(first.id(), first.digest(), first.answer()));
      }
    }
    if (fresh.size() < firsts.size()) {
      standing.putAll(
          keys.find(
              connection,
              firsts.keySet().stream().filter(key -> !standing.containsKey(key)).toList()));
    }
    if (!fresh.isEmpty()) {
      applications.insert(connection, fresh);
      journal.registered(connection, recorder.caller(), fresh, recorder.now());
    }
    List<Registration> outcomes =
        posts.stream()
            .map(post -> outcome(post, Optional.of(standing.get(post.key())).orElseThrow()))
            .toList();
    if (idempotencyKey.isPresent() && outcomes.get(0) instanceof Registration.Recorded recorded) {
      idempotencyKeys.claim(
          connection, recorder.clientId(), idempotencyKey.get(), recorded.id(), recorder.now());
    }
    outcomes.stream()
        .filter(outcome -> outcome instanceof Registration.Recorded recorded && !recorded.created())
        .forEach(repeated -> replays.increment());
    return outcomes;
  }

  private static Registration outcome(NewApplication post, Earlier standing) {
    if (standing.applicationId().equals(post.id())) {
      return new Registration.Recorded(post.id(), post.answer(), true);
    }
    if (standing.digest().equals(post.digest())) {
      return new Registration.Recorded(standing.applicationId(), standing.answer(), false);
    }
    return new Registration.Refused(differs());
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
