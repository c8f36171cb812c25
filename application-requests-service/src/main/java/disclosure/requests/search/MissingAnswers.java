package disclosure.requests.search;

import disclosure.edge.Links;
import disclosure.requests.clock.ClockReading;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.deadline.DueDates;
import disclosure.requests.store.ReadApplication;
import disclosure.requests.store.StoredApplication;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds the applications for which somebody outside should have answered by now, and didn't: what
 * the clock no more waits for, or would wait for without end.
 */
@ApplicationScoped
public class MissingAnswers {

  /** How many that wait are looked through for one part; it may be short though others follow. */
  private static final int LOOKED_THROUGH = 200;

  private static final Set<ApplicationStatus> WAITING =
      Set.of(
          ApplicationStatus.AWAITING_CORRECTION,
          ApplicationStatus.CONSULTING,
          ApplicationStatus.AWAITING_FEE);

  private final FindApplications find;
  private final ReadApplication read;
  private final Readers readers;
  private final RegisterReader register;
  private final DueDates dueDates;
  private final Clock clock;
  private final Links links;

  MissingAnswers(
      FindApplications find,
      ReadApplication read,
      Readers readers,
      RegisterReader register,
      DueDates dueDates,
      Clock clock,
      Links links) {
    this.find = find;
    this.read = read;
    this.readers = readers;
    this.register = register;
    this.dueDates = dueDates;
    this.clock = clock;
    this.links = links;
  }

  /**
   * A part of them.
   *
   * @param items the first received first
   * @param readings what the clock says of each
   * @param next where the following part is; empty after the last one
   */
  public record Part(
      List<FoundApplication> items, Map<UUID, ClockReading> readings, Optional<URI> next) {}

  /** Those that the parameters choose. */
  public Part find(FilterQuery query, Optional<String> after, Optional<String> limit, UriInfo uri)
      throws SQLException {
    LocalDate today = LocalDate.now(clock);
    Filter filter = Filter.of(query, today).withStatuses(WAITING);
    Optional<PageToken> start = PageToken.of(after, Order.OLDEST);
    int size = Pages.size(limit);
    Reach reach = readers.reach(filter);
    List<FoundApplication> waiting =
        register.read(
            reach,
            connection ->
                find.list(
                    connection, filter, reach, Order.OLDEST, start, LOOKED_THROUGH + 1, today));
    Map<UUID, ClockReading> readings = readings(Pages.items(waiting, LOOKED_THROUGH), reach);
    List<FoundApplication> missing =
        waiting.stream().filter(one -> readings.containsKey(one.id())).toList();
    Optional<URI> next =
        missing.size() > size
            ? Pages.next(missing, size, Order.OLDEST, links, uri)
            : Pages.next(waiting, LOOKED_THROUGH, Order.OLDEST, links, uri);
    return new Part(Pages.items(missing, size), readings, next);
  }

  /** Of those alone for which an answer is missing. */
  private Map<UUID, ClockReading> readings(List<FoundApplication> waiting, Reach reach)
      throws SQLException {
    Map<UUID, ClockReading> readings = new HashMap<>();
    List<UUID> ids = waiting.stream().map(FoundApplication::id).toList();
    for (StoredApplication stored : read.find(ids, reach)) {
      stored
          .understood()
          .map(application -> dueDates.reading(application, clock.instant()))
          .filter(reading -> !reading.answersMissing().isEmpty())
          .ifPresent(reading -> readings.put(stored.id(), reading));
    }
    return readings;
  }
}
