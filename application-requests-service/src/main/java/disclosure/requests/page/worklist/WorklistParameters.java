package disclosure.requests.page.worklist;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of the worklist, as they came; null when absent. */
public class WorklistParameters {

  @RestQuery String view;
  @RestQuery String organ;
  @RestQuery String handler;
  @RestQuery String sourceReferencePrefix;
  @RestQuery String documentNumber;
  @RestQuery String subject;
  @RestQuery String after;

  /** Those that are filled in, by their names. */
  Map<String, String> filled() {
    Map<String, String> filled = new LinkedHashMap<>();
    put(filled, "view", view);
    put(filled, "organ", organ);
    put(filled, "handler", handler);
    put(filled, "sourceReferencePrefix", sourceReferencePrefix);
    put(filled, "documentNumber", documentNumber);
    put(filled, "subject", subject);
    return filled;
  }

  Optional<String> after() {
    return Optional.ofNullable(after);
  }

  private static void put(Map<String, String> filled, String name, String value) {
    if (value != null && !value.isBlank()) {
      filled.put(name, value.strip());
    }
  }
}
