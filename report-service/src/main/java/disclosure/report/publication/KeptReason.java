package disclosure.report.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.report.check.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a report may be published although a check finds something.
 *
 * @param check the check's number
 * @param findings what the check found when the reason was given, in Chinese, with the register's
 *     ids for cases
 * @param reason the reason
 * @param recordedBy the client that gave it
 * @param person who signed in, where the client acts for people
 * @param recordedAt when
 */
public record KeptReason(
    int check,
    List<String> findings,
    String reason,
    String recordedBy,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> person,
    Instant recordedAt) {

  /** A defensive copy is kept. */
  public KeptReason {
    findings = List.copyOf(findings);
  }

  /** Whether it was given for all that the check finds now; what came up since wants its own. */
  public boolean covers(Verdict verdict) {
    return verdict.check().number() == check && findings.containsAll(verdict.keys());
  }
}
