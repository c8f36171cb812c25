package disclosure.report.examined;

import java.util.List;
import java.util.Map;

/**
 * What came with a body: its files, and of a form what was filled in beside them.
 *
 * @param files one at least
 * @param fields by the names of their parts; of several of one name, the first
 */
public record SentForm(List<SentFile> files, Map<String, String> fields) {

  /** Defensive copies are kept. */
  public SentForm {
    files = List.copyOf(files);
    fields = Map.copyOf(fields);
  }
}
