package disclosure.requests.problem;

import java.util.Optional;

/**
 * What a client says of the version that it changes (header {@code If-Match}).
 *
 * @param given whether it says anything
 * @param version the version that it has read; absent when any existing one will do
 */
public record IfMatch(boolean given, Optional<Long> version) {

  /**
   * Reads the header.
   *
   * @throws Refusal 412 when it can't name one of our versions
   */
  public static IfMatch of(Optional<String> header) {
    Optional<String> tag = header.map(String::strip).filter(text -> !text.equals("*"));
    if (tag.filter(text -> !text.matches("\"\\d{1,18}\"")).isPresent()) {
      throw Refusal.changedMeanwhile();
    }
    return new IfMatch(
        header.isPresent(), tag.map(text -> Long.valueOf(text.substring(1, text.length() - 1))));
  }

  /**
   * Lets the change go on only when it is the client's.
   *
   * @param present the version that is stored; absent when there is none
   * @throws Refusal 412 when it is another one
   */
  public void require(Optional<Long> present) {
    if (given && (present.isEmpty() || !version.map(present.get()::equals).orElse(true))) {
      throw Refusal.changedMeanwhile();
    }
  }
}
