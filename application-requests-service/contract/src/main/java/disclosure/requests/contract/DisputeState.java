package disclosure.requests.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One case of 行政复议 or 行政诉讼 as it stands after one change.
 *
 * @param disputeId the key of the Kafka record
 * @param version from 1, grown by every change
 * @param organCode the organ whose act is disputed; a co-defendant reconsideration organ counts
 *     nothing
 * @param kind the group of table four
 * @param acceptedOn the day on which the case was accepted
 * @param applicationId the application that the case is about, when it is known
 * @param result present if and only if the case is closed
 * @param closedOn present with the result, never before {@code acceptedOn}
 * @param recordedAt when the change was recorded
 * @param voided whether the case was recorded by mistake, or twice, and counts nowhere; absent when
 *     not
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DisputeState(
    @JsonProperty(required = true) UUID disputeId,
    @JsonProperty(required = true) long version,
    @JsonProperty(required = true) OrganCode organCode,
    @JsonProperty(required = true) DisputeKind kind,
    @JsonProperty(required = true) LocalDate acceptedOn,
    Optional<UUID> applicationId,
    Optional<DisputeResult> result,
    Optional<LocalDate> closedOn,
    @JsonProperty(required = true) Instant recordedAt,
    Optional<Boolean> voided) {

  /**
   * @throws IllegalArgumentException when the parts contradict each other
   */
  public DisputeState {
    Contracts.present("disputeId", disputeId);
    Contracts.present("organCode", organCode);
    Contracts.present("kind", kind);
    Contracts.present("acceptedOn", acceptedOn);
    Contracts.present("recordedAt", recordedAt);
    applicationId = Contracts.optional(applicationId);
    result = Contracts.optional(result);
    closedOn = Contracts.optional(closedOn);
    voided = Contracts.optional(voided);
    Contracts.require(version >= 1, "version is below 1");
    Contracts.require(
        result.isPresent() == closedOn.isPresent(), "result and closedOn contradict each other");
    if (closedOn.isPresent()) {
      Contracts.require(!closedOn.get().isBefore(acceptedOn), "closed before accepted");
    }
  }

  /** Whether it counts anywhere. */
  public boolean counts() {
    return !voided.orElse(false);
  }

  /** A case that counts. */
  public DisputeState(
      UUID disputeId,
      long version,
      OrganCode organCode,
      DisputeKind kind,
      LocalDate acceptedOn,
      Optional<UUID> applicationId,
      Optional<DisputeResult> result,
      Optional<LocalDate> closedOn,
      Instant recordedAt) {
    this(
        disputeId,
        version,
        organCode,
        kind,
        acceptedOn,
        applicationId,
        result,
        closedOn,
        recordedAt,
        Optional.empty());
  }
}
