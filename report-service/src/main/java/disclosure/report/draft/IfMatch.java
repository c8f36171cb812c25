package disclosure.report.draft;

import java.util.Arrays;
import java.util.List;

/**
 * The precondition of a change (RFC 9110, 13.1.1): entity tags, compared strongly.
 *
 * @param tags as written, or {@code *} alone
 */
record IfMatch(List<String> tags) {

  static IfMatch of(String header) {
    return new IfMatch(Arrays.stream(header.split(",")).map(String::strip).toList());
  }

  /** Whether it holds for a draft that is there. */
  boolean allows(Draft current) {
    return tags.contains("*") || tags.contains(current.etag());
  }
}
