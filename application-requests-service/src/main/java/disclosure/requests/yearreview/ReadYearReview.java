package disclosure.requests.yearreview;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.requests.deadline.ClockBook;
import disclosure.requests.deadline.Clocks;
import disclosure.requests.deadline.DueDates;
import disclosure.requests.dispute.DirectSuits;
import disclosure.requests.organ.KnownOrgans;
import disclosure.requests.organ.OwnOrgans;
import disclosure.requests.store.ApplicationLink;
import disclosure.requests.store.ApplicationsOfYear;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads how a year's applications were handled, in one snapshot. */
@ApplicationScoped
class ReadYearReview {

  /** The refusals by Articles 14 to 16, after which reconsideration comes first since 2024. */
  private static final Set<Outcome> RECONSIDERED_FIRST =
      EnumSet.of(
          Outcome.STATE_SECRET,
          Outcome.PROHIBITED_BY_LAW,
          Outcome.THREE_SECURITIES_ONE_STABILITY,
          Outcome.THIRD_PARTY_RIGHTS,
          Outcome.INTERNAL_AFFAIRS,
          Outcome.PROCESS_INFORMATION,
          Outcome.ENFORCEMENT_CASE_FILE);

  private static final LocalDate RECONSIDERED_FIRST_SINCE = LocalDate.of(2024, 1, 1);

  private final RegisterReader reader;
  private final KnownOrgans organs;
  private final DirectSuits suits;
  private final ApplicationLink applications;
  private final Clocks clocks;
  private final DueDates dueDates;

  ReadYearReview(
      RegisterReader reader,
      KnownOrgans organs,
      DirectSuits suits,
      ApplicationLink applications,
      Clocks clocks,
      DueDates dueDates) {
    this.reader = reader;
    this.organs = organs;
    this.suits = suits;
    this.applications = applications;
    this.clocks = clocks;
    this.dueDates = dueDates;
  }

  /** Empty when the directory doesn't have the organ. */
  Optional<YearReview> of(
      OrganCode organ, Set<OrganCode> without, int year, Instant now, Reach reach)
      throws SQLException {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate last = LocalDate.of(year, 12, 31);
    LocalDate today = dueDates.today(now);
    ClockBook organClocks = clocks.now();
    LocalDate asOf = today.isBefore(last) ? today : last;
    YearReviewCount counted =
        new YearReviewCount(
            year,
            today,
            application ->
                organClocks.of(application.receipt().organCode()).due(application, asOf).on());
    return reader.read(
        reach,
        connection -> {
          if (organs.find(connection, Set.of(organ)).isEmpty()) {
            return Optional.empty();
          }
          List<OrganCode> own = OwnOrgans.on(connection, organ, last, without);
          for (OrganCode one : own) {
            ApplicationsOfYear.open(connection, one, first, last, counted::add);
          }
          List<DirectSuits.Suit> direct = directLitigation(connection, own, first, last);
          return Optional.of(
              new YearReview(
                  organ,
                  year,
                  now,
                  counted.concluded(),
                  counted.severalConclusions(),
                  counted.late(),
                  counted.overdue(),
                  counted.fees(),
                  counted.overpaid(),
                  counted.gaps(),
                  direct.stream().map(DirectSuits.Suit::id).toList(),
                  Stream.concat(
                          counted.numbers().stream(),
                          direct.stream()
                              .map(
                                  suit ->
                                      new YearReview.OwnNumber(suit.id(), suit.sourceReference())))
                      .toList()));
        });
  }

  private List<DirectSuits.Suit> directLitigation(
      Connection connection, List<OrganCode> own, LocalDate first, LocalDate last)
      throws SQLException {
    LocalDate from = first.isBefore(RECONSIDERED_FIRST_SINCE) ? RECONSIDERED_FIRST_SINCE : first;
    List<DirectSuits.Suit> found = new ArrayList<>();
    for (OrganCode organ : own) {
      found.addAll(suits.between(connection, organ, from, last));
    }
    Set<UUID> about =
        found.stream().map(DirectSuits.Suit::applicationId).collect(Collectors.toSet());
    Set<UUID> refused = applications.concludedWith(connection, about, RECONSIDERED_FIRST);
    return found.stream().filter(suit -> refused.contains(suit.applicationId())).toList();
  }
}
