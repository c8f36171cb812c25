package disclosure.edge.openapi;

import disclosure.edge.FieldError;
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
      case 400 -> Refusal.invalid("receivedOn", "应为日期，例如 2025-03-03", "must be a date");
      case 403 -> Refusal.outOfScope("organCode");
      case 422 -> Refusal.notPermitted("receivedOn", "不能晚于今天", "must not be after today");
      default -> Refusal.byStatus(status);
    };
  }

  private static Map<String, Object> entry(FieldError error) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("field", error.field());
    entry.put("message", error.message());
    return entry;
  }
}
