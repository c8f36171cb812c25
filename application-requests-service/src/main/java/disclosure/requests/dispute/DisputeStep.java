package disclosure.requests.dispute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A recorded step of a case.
 *
 * @param sequence from 1
 * @param type what happened
 * @param on the day on which it did
 * @param happenedOn the same, as it was told before
 * @param content what was sent
 * @param before the case as it stood
 * @param recordedBy the client
 * @param person who signed in at the client; absent for a system
 * @param recordedAt when
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DisputeStep(
    UUID disputeId,
    int sequence,
    DisputeStepType type,
    LocalDate on,
    @Schema(deprecated = true, description = "the same as on") LocalDate happenedOn,
    @JsonRawValue @Schema(implementation = DisputeStepRequest.class) String content,
    @JsonRawValue @Schema(implementation = Dispute.class) String before,
    String recordedBy,
    Optional<String> person,
    Instant recordedAt) {}
