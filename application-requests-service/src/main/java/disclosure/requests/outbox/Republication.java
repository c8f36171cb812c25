package disclosure.requests.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.requests.contract.OrganCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * An order to publish the present states again.
 *
 * @param id the order's id
 * @param organCode whose records are meant; absent for all
 * @param scope whether those of the organs below are meant too
 * @param changedSince the earliest moment of their last change; absent for any
 * @param requestedAt when the order came
 * @param appended how many states were handed to the relay so far
 * @param parked how many can't be read, and wait for a retry
 * @param finishedAt when the last one was; absent until then
 * @param cancelledAt when the order was called off
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Republication(
    UUID id,
    Optional<OrganCode> organCode,
    Scope scope,
    Optional<Instant> changedSince,
    Instant requestedAt,
    long appended,
    long parked,
    Optional<Instant> finishedAt,
    Optional<Instant> cancelledAt) {

  /** Which organs. */
  enum Scope {
    OWN,
    SUBTREE
  }

  /** Of those that are below on the day of the order, when it was asked who acts for them. */
  PublishedStates.Selection selection(ZoneId zone) {
    return new PublishedStates.Selection(
        organCode.map(OrganCode::value),
        scope == Scope.SUBTREE,
        LocalDate.ofInstant(requestedAt, zone),
        changedSince);
  }
}
