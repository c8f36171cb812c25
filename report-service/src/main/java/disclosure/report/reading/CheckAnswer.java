package disclosure.report.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.Text;
import disclosure.report.check.Result;
import disclosure.report.check.Severity;
import disclosure.report.check.Verdict;
import disclosure.report.check.Waiver;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One check that holds, or one thing that a check found.
 *
 * @param check the number of the check
 * @param id the same, as it was called before
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CheckAnswer(
    int check,
    @Schema(deprecated = true, description = "the same as check") int id,
    String name,
    Severity severity,
    Waiver waiver,
    Result result,
    String source,
    String message,
    Optional<String> reason) {

  static Stream<CheckAnswer> of(Verdict verdict, Optional<String> reason, Locale language) {
    List<Text> messages =
        verdict.findings().isEmpty() ? List.of(verdict.check().rule()) : verdict.findings();
    return messages.stream()
        .map(
            message ->
                new CheckAnswer(
                    verdict.check().number(),
                    verdict.check().number(),
                    verdict.check().name(),
                    verdict.check().severity(),
                    verdict.check().waiver(),
                    verdict.result(),
                    verdict.check().source().in(language),
                    message.in(language),
                    reason));
  }

  static List<CheckAnswer> of(JudgedReport report, Locale language) {
    return report.verdicts().stream()
        .flatMap(verdict -> of(verdict, report.reason(verdict), language))
        .toList();
  }
}
