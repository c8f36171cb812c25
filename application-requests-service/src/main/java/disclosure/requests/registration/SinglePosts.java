package disclosure.requests.registration;

import disclosure.edge.Caller;
import disclosure.edge.CallerScope;
import disclosure.edge.trace.TraceParent;
import disclosure.edge.trace.Traces;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.registration.group.GroupCommit;
import disclosure.requests.security.OrganScopes;
import disclosure.requests.store.Recorder;
import disclosure.requests.transaction.Reach;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Applications that are posted one by one. What is posted at the same time, by whatever clients,
 * shares a transaction and so a commit; each is answered after it.
 */
@ApplicationScoped
public class SinglePosts {

  private static final int MAX_GROUP = 100;

  /** So that one that waits for a lock does not keep back all others. */
  private static final int GROUPS_AT_ONCE = 2;

  private final RegisterApplications register;
  private final OrganScopes scopes;
  private final Traces traces;
  private final Executor threads = Infrastructure.getDefaultExecutor();
  private final GroupCommit<Single, Registration> together =
      new GroupCommit<>(this::registerTogether, MAX_GROUP, GROUPS_AT_ONCE, threads);

  SinglePosts(RegisterApplications register, OrganScopes scopes, Traces traces) {
    this.register = register;
    this.scopes = scopes;
    this.traces = traces;
  }

  /** The thread that stores it serves many requests, and is in the span of none of them. */
  private record Single(
      ApplicationRequest request, Caller caller, Instant now, Optional<TraceParent> trace) {}

  /**
   * Registers an application.
   *
   * @param idempotencyKey the client's name for this very request, which then has a transaction of
   *     its own
   */
  public CompletionStage<Registration> register(
      ApplicationRequest request, Caller caller, Instant now, Optional<String> idempotencyKey) {
    Single single = new Single(request, caller, now, traces.current());
    return idempotencyKey.isEmpty()
        ? together.answer(single)
        : CompletableFuture.supplyAsync(() -> registerOnce(single, idempotencyKey.get()), threads);
  }

  private List<Registration> registerTogether(List<Single> singles) {
    try {
      return register.register(posts(singles));
    } catch (SQLException failure) {
      throw new IllegalStateException("the directory can't be read", failure);
    }
  }

  private Registration registerOnce(Single single, String idempotencyKey) {
    try {
      return register.register(posts(List.of(single)).get(0), idempotencyKey);
    } catch (SQLException failure) {
      throw new IllegalStateException("the directory can't be read", failure);
    }
  }

  /** Each reaches no more than its own organ, if that. */
  private List<RegisterApplications.Post> posts(List<Single> singles) throws SQLException {
    Set<OrganCode> organs =
        singles.stream().map(single -> single.request().organCode()).collect(Collectors.toSet());
    Set<CallerScope> callers =
        singles.stream().map(single -> single.caller().scope()).collect(Collectors.toSet());
    Map<CallerScope, Reach> reaches = scopes.within(callers, organs);
    return singles.stream()
        .map(
            single ->
                new RegisterApplications.Post(
                    single.request(),
                    new Recorder(
                        single.caller(),
                        reaches
                            .get(single.caller().scope())
                            .narrowedTo(single.request().organCode()),
                        single.now()),
                    single.trace()))
        .toList();
  }
}
