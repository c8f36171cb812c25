package disclosure.statistics.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.CallerScope;
import disclosure.edge.trace.TraceParent;
import disclosure.edge.trace.Traces;
import disclosure.statistics.matrix.LiveMatrices;
import disclosure.statistics.matrix.LiveMatrices.Hierarchy;
import disclosure.statistics.matrix.LiveMatrices.LiveTable;
import disclosure.statistics.matrix.LiveMatrices.Standing;
import disclosure.statistics.matrix.LiveMatrices.Watched;
import disclosure.statistics.trace.TracedChange;
import disclosure.storage.FailureLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Who watches which table. A table is read once for all who watch it, a few times a second at most;
 * a slow listener gets the newest state, not every one. Whether a listener may read is asked again
 * whenever the hierarchy of the organs is another one, and on each day.
 */
@ApplicationScoped
class Listeners {

  private static final Logger LOG = Logger.getLogger(Listeners.class);

  /** Tables that are read in one snapshot: few enough that it doesn't grow old meanwhile. */
  private static final int MAX_AT_A_TIME = 200;

  /** One watched table with its listeners. */
  private static final class Group {

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final PushSpans pushes = new PushSpans();
    private volatile boolean changed = true;
    private volatile boolean unreadable;
    private volatile Set<String> organs = Set.of();
    private Optional<Hierarchy> judgedBy = Optional.empty();
    private Optional<Update> latest = Optional.empty();

    /**
     * Shows the table to one who has come. Who may by another hierarchy is judged by this first.
     */
    synchronized void welcome(Listener listener) {
      if (judgedBy.filter(listener::isJudgedBy).isPresent()) {
        latest.ifPresent(listener::offer);
      } else {
        changed = true;
      }
    }

    /** Ends the connections of those that may not read any more. */
    synchronized void judge(Watched watched, Hierarchy by) {
      judgedBy = Optional.of(by);
      listeners.forEach(listener -> listener.judge(watched, by));
    }

    synchronized boolean shows(String tag) {
      return latest.map(Update::tag).equals(Optional.of(tag));
    }

    synchronized void show(Update update) {
      latest = Optional.of(update);
      show();
    }

    /** Shows it to those who haven't seen it. */
    synchronized void show() {
      latest.ifPresent(update -> listeners.forEach(listener -> listener.offer(update)));
    }
  }

  private final LiveMatrices matrices;
  private final ObjectMapper json;
  private final Map<Watched, Group> groups = new ConcurrentHashMap<>();
  private final AtomicInteger listening = new AtomicInteger();
  private final Counter unreadable;
  private final Traces traces;
  private volatile LocalDate day;
  private volatile boolean ending;

  Listeners(LiveMatrices matrices, ObjectMapper json, Traces traces, MeterRegistry meters) {
    this.matrices = matrices;
    this.json = json;
    this.traces = traces;
    this.day = matrices.today();
    this.unreadable = meters.counter("background.failures", "work", "live-table", "kind", "fault");
    meters.gauge("live.listeners", listening);
    meters.gaugeMapSize("live.tables", io.micrometer.core.instrument.Tags.empty(), groups);
  }

  /**
   * The table's states from now on.
   *
   * @param seen the tag of the state that the listener has already
   * @param caller who listens; once it may not any more, the states end
   * @param by the hierarchy by which it may
   */
  Multi<Update> watch(Watched watched, Optional<String> seen, CallerScope caller, Hierarchy by) {
    return Multi.createFrom()
        .<Listener>emitter(
            emitter -> join(watched, new Listener(emitter, caller, by, seen.orElse("")), emitter),
            BackPressureStrategy.LATEST)
        .map(Listener::fetch);
  }

  /** Takes note of a change; empty when any table may have changed. */
  void changed(Optional<Set<String>> organs) {
    groups
        .values()
        .forEach(
            group -> {
              if (organs.isEmpty() || haveCommon(organs.get(), group.organs)) {
                group.changed = true;
              }
            });
  }

  /** Takes note of changes that are traced; that there are any is told by {@link #changed}. */
  void traced(List<TracedChange> changes) {
    for (TracedChange change : changes) {
      Optional<TraceParent> counted = traces.carried(change.context());
      if (counted.isPresent()) {
        groups.values().stream()
            .filter(group -> change.onlyOrgan().map(group.organs::contains).orElse(true))
            .forEach(group -> group.pushes.begin(traces, counted.get(), change.onlyOrgan()));
      }
    }
  }

  private static boolean haveCommon(Set<String> some, Set<String> others) {
    return some.size() < others.size()
        ? some.stream().anyMatch(others::contains)
        : others.stream().anyMatch(some::contains);
  }

  /** Reads the tables that changed and tells their listeners. Not for two threads at once. */
  void update() {
    List<Map.Entry<Watched, Group>> changed =
        groups.entrySet().stream().filter(group -> group.getValue().changed).toList();
    for (int from = 0; from < changed.size(); from += MAX_AT_A_TIME) {
      List<Map.Entry<Watched, Group>> some =
          changed.subList(from, Math.min(changed.size(), from + MAX_AT_A_TIME));
      some.forEach(group -> group.getValue().changed = false);
      try {
        update(some);
      } catch (RuntimeException failure) {
        if (FailureLog.isOutage(failure)) {
          some.forEach(group -> group.getValue().changed = true);
          throw failure;
        }
        updateOneByOne(some);
      }
    }
  }

  /** One table that can't be made is in nobody else's way. */
  private void updateOneByOne(List<Map.Entry<Watched, Group>> some) {
    for (int i = 0; i < some.size(); i++) {
      Group group = some.get(i).getValue();
      try {
        update(some.subList(i, i + 1));
        group.unreadable = false;
      } catch (RuntimeException failure) {
        if (FailureLog.isOutage(failure)) {
          some.subList(i, some.size()).forEach(later -> later.getValue().changed = true);
          throw failure;
        }
        judge(some.get(i).getKey(), group);
        unreadable.increment();
        if (!group.unreadable) {
          group.unreadable = true;
          LOG.errorf(
              failure,
              "The table of organ %s can't be made, so nobody is told of its changes; it is tried"
                  + " again and again",
              some.get(i).getKey().organ().value());
        }
      }
    }
  }

  /**
   * Keeps connections alive through proxies, finds those that are gone, and has tables tried again;
   * on another day, all of them, for who may read may be somebody else since.
   */
  @Scheduled(every = "15s")
  void heartbeat() {
    LocalDate today = matrices.today();
    if (!today.equals(day)) {
      day = today;
      groups.values().forEach(group -> group.changed = true);
    }
    groups.values().stream()
        .filter(group -> group.unreadable)
        .forEach(group -> group.changed = true);
    groups.values().forEach(group -> group.listeners.forEach(Listener::beat));
  }

  /** Whoever listens would keep the service from ending. */
  void end(@Observes ShutdownDelayInitiatedEvent ending) {
    this.ending = true;
    groups.values().forEach(group -> group.listeners.forEach(Listener::end));
  }

  /** A table that can't be made isn't watched any longer than another one. */
  private void judge(Watched watched, Group group) {
    group.judge(watched, matrices.now());
  }

  private void join(Watched watched, Listener listener, MultiEmitter<? super Listener> connection) {
    Group group =
        groups.compute(
            watched,
            (key, existing) -> {
              Group joined = existing == null ? new Group() : existing;
              joined.listeners.add(listener);
              return joined;
            });
    listening.incrementAndGet();
    connection.onTermination(() -> leave(watched, listener));
    group.welcome(listener);
    if (ending) {
      listener.end();
    }
  }

  private void leave(Watched watched, Listener listener) {
    listening.decrementAndGet();
    groups.computeIfPresent(
        watched,
        (key, group) -> {
          group.listeners.remove(listener);
          return group.listeners.isEmpty() ? null : group;
        });
  }

  private void update(List<Map.Entry<Watched, Group>> changed) {
    Standing standing = matrices.read(changed.stream().map(Map.Entry::getKey).toList());
    changed.forEach(
        group -> {
          group.getValue().judge(group.getKey(), standing.hierarchy());
          Optional.ofNullable(standing.tables().get(group.getKey()))
              .ifPresent(table -> update(group.getValue(), table));
        });
  }

  private void update(Group group, LiveTable standing) {
    group.organs = standing.organs();
    boolean changed = !group.shows(standing.tag());
    if (changed) {
      group.show(new Update(standing.tag(), json(standing)));
    } else {
      group.show();
    }
    group.pushes.end(group.listeners.size(), changed);
  }

  private String json(LiveTable standing) {
    try {
      return json.writeValueAsString(standing.matrix());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
