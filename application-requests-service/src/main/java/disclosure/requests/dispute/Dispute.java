package disclosure.requests.dispute;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.DisputeResult;
import disclosure.requests.contract.DisputeState;
import disclosure.requests.contract.OrganCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A case as it stands; the fields are those of {@link DisputeRequest}.
 *
 * @param id the register's id
 * @param version grows with every change; also the ETag
 * @param voided whether it was recorded by mistake, and counts nowhere; absent when not
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Dispute(
    UUID id,
    long version,
    OrganCode organCode,
    String sourceReference,
    DisputeKind kind,
    LocalDate acceptedOn,
    Optional<UUID> applicationId,
    Optional<DisputeResult> result,
    Optional<LocalDate> closedOn,
    Optional<String> forum,
    Optional<String> caseNumber,
    Optional<Boolean> voided) {

  static final long FIRST_VERSION = 1;

  static Dispute of(UUID id, DisputeRequest request) {
    return new Dispute(
        id,
        FIRST_VERSION,
        request.organCode(),
        request.sourceReference(),
        request.kind(),
        request.acceptedOn(),
        request.applicationId(),
        request.result(),
        request.closedOn(),
        request.forum(),
        request.caseNumber(),
        Optional.empty());
  }

  /** The case after a step. */
  Dispute after(DisputeStepRequest step) {
    boolean goesOn = step.type().goesOn();
    return new Dispute(
        id,
        version + 1,
        organCode,
        sourceReference,
        step.kind().orElse(kind),
        step.acceptedOn().orElse(acceptedOn),
        step.applicationId().or(() -> applicationId),
        goesOn ? Optional.empty() : result,
        goesOn ? Optional.empty() : closedOn,
        step.forum().or(() -> forum),
        step.caseNumber().or(() -> caseNumber),
        step.type() == DisputeStepType.VOIDED ? Optional.of(true) : voided);
  }

  /** The kinds of step that can follow now. */
  public Set<DisputeStepType> next() {
    Set<DisputeStepType> next = EnumSet.allOf(DisputeStepType.class);
    next.removeIf(type -> countsNowhere() || type.goesOn() && closedOn.isEmpty());
    return Collections.unmodifiableSet(next);
  }

  /** Whether a new answer can follow: it stands, and went against the organ. */
  public boolean corrected() {
    return !countsNowhere() && result.equals(Optional.of(DisputeResult.CORRECTED));
  }

  /** Whether it was recorded by mistake, and counts nowhere. */
  public boolean countsNowhere() {
    return voided.orElse(false);
  }

  Dispute closed(ResultRequest request) {
    return new Dispute(
        id,
        version + 1,
        organCode,
        sourceReference,
        kind,
        acceptedOn,
        applicationId,
        Optional.of(request.result()),
        Optional.of(request.closedOn()),
        forum,
        caseNumber,
        voided);
  }

  /** Whether it is closed, and just so. */
  boolean says(ResultRequest request) {
    return result.equals(Optional.of(request.result()))
        && closedOn.equals(Optional.of(request.closedOn()));
  }

  DisputeState state(Instant recordedAt) {
    return new DisputeState(
        id,
        version,
        organCode,
        kind,
        acceptedOn,
        applicationId,
        result,
        closedOn,
        recordedAt,
        voided);
  }
}
