package disclosure.requests.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import disclosure.edge.Links;
import disclosure.requests.clock.ClockReading;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.deadline.AnswerMissing;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Finds the applications for which somebody outside should have answered by now, and didn't: what
 * the clock no more waits for, or would wait for without end.
 */
@ApplicationScoped
public class MissingAnswers {

  /** How many that wait are looked through at once. */
  private static final int AT_ONCE = 200;

  /** How often for one part; it may be short then, though others follow. */
  private static final int MOST = 10;

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
      List<FoundApplication> items, Map<UUID, ClockReading> readings, Optional<URI> next) {

    Answer answer() {
      return new Answer(
          items.stream()
              .map(one -> new Item(one, AnswerMissing.of(readings.get(one.id()))))
              .toList(),
          next);
    }
  }

  /** The same for programs. */
  @Schema(name = "MissingAnswers")
  public record Answer(List<Item> items, Optional<URI> next) {}

  /** What the API tells of one, beside what all lists tell. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "ApplicationWithMissingAnswers")
  record Item(@JsonUnwrapped FoundApplication application, List<AnswerMissing> answersMissing) {}

  /** Those that the parameters choose. */
  public Part find(FilterQuery query, Optional<String> after, Optional<String> limit, UriInfo uri)
      throws SQLException {
    return find(query, after, limit, MOST, uri);
  }

  /** The first of them, with one look, for who opens another list. */
  public Part glance(FilterQuery query, Optional<String> limit, UriInfo uri) throws SQLException {
    return find(query, Optional.empty(), limit, 1, uri);
  }

  private Part find(
      FilterQuery query, Optional<String> after, Optional<String> limit, int most, UriInfo uri)
      throws SQLException {
    LocalDate today = LocalDate.now(clock);
    Filter filter = Filter.of(query, today).withStatuses(WAITING);
    int size = Pages.size(limit);
    Reach reach = readers.reach(filter);
    Map<UUID, ClockReading> readings = new HashMap<>();
    List<FoundApplication> missing = new ArrayList<>();
    Optional<URI> next = Optional.empty();
    Optional<PageToken> from = PageToken.of(after, Order.OLDEST);
    for (int looks = 0; looks == 0 || from.isPresent() && looks < most; looks++) {
      Optional<PageToken> start = from;
      List<FoundApplication> waiting =
          register.read(
              reach,
              connection ->
                  find.list(connection, filter, reach, Order.OLDEST, start, AT_ONCE + 1, today));
      readings.putAll(readings(Pages.items(waiting, AT_ONCE), reach));
      Pages.items(waiting, AT_ONCE).stream()
          .filter(one -> readings.containsKey(one.id()))
          .forEach(missing::add);
      if (missing.size() > size) {
        next = Pages.next(missing, size, Order.OLDEST, links, uri);
        break;
      }
      next = Pages.next(waiting, AT_ONCE, Order.OLDEST, links, uri);
      from = next.map(more -> waiting.get(AT_ONCE - 1).pageToken(Order.OLDEST));
    }
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
