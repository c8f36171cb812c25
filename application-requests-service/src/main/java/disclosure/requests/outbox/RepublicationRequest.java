package disclosure.requests.outbox;

import disclosure.edge.Refusal;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.fault.RegisterFault;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Which states to publish again; at least one of organ and time.
 *
 * @param organCode whose
 * @param scope OWN, if absent, or SUBTREE
 * @param changedSince a moment in ISO 8601 with its offset
 */
record RepublicationRequest(
    Optional<OrganCode> organCode,
    Optional<Republication.Scope> scope,
    Optional<String> changedSince) {

  Republication.Scope scopeOrOwn() {
    return scope.orElse(Republication.Scope.OWN);
  }

  /**
   * The moment as such.
   *
   * @throws Refusal 400 when it is none
   */
  Optional<Instant> since() {
    try {
      return changedSince.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeException malformed) {
      throw Refusal.invalid(RegisterFault.NOT_A_MOMENT.at("changedSince"));
    }
  }
}
