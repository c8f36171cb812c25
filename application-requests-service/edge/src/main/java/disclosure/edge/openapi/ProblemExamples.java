package disclosure.edge.openapi;

import disclosure.edge.Expected;
import disclosure.edge.FieldError;
import disclosure.edge.InputFault;
import disclosure.edge.Problem;
import disclosure.edge.Refusal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A problem of each status, as a client gets it. */
final class ProblemExamples {

  private ProblemExamples() {}

  static Map<String, Object> of(int status) {
    Problem problem = refusal(status).problem(Locale.SIMPLIFIED_CHINESE);
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", problem.type());
    example.put("title", problem.title());
    example.put("status", problem.status());
    example.put("detail", problem.detail());
    if (!problem.errors().isEmpty()) {
      example.put("errors", problem.errors().stream().map(ProblemExamples::entry).toList());
    }
    return example;
  }

  private static Refusal refusal(int status) {
    return switch (status) {
      case 400 -> Refusal.invalid(InputFault.NOT_A_DATE.at("receivedOn"));
      case 403 -> Refusal.outOfScope("organCode");
      case 422 ->
          Refusal.notPermitted(
              InputFault.DAY_OUT_OF_RANGE.at(
                  "receivedOn", Expected.between("2008-05-01", "2025-03-03")));
      default -> Refusal.byStatus(status);
    };
  }

  private static Map<String, Object> entry(FieldError error) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("field", error.field());
    error.pointer().ifPresent(pointer -> entry.put("pointer", pointer));
    entry.put("code", error.code());
    entry.put("message", error.message());
    error
        .expected()
        .ifPresent(
            right -> {
              Map<String, Object> expected = new LinkedHashMap<>();
              right.atLeast().ifPresent(least -> expected.put("atLeast", least));
              right.atMost().ifPresent(most -> expected.put("atMost", most));
              entry.put("expected", expected);
            });
    return entry;
  }
}
