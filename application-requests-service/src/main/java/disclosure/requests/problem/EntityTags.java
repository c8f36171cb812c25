package disclosure.requests.problem;

import java.util.Optional;

/** Versions as entity tags. */
public final class EntityTags {

  private EntityTags() {}

  /** The entity tag of a version. */
  public static String of(long version) {
    return '"' + Long.toString(version) + '"';
  }

  /**
   * The version that {@code If-Match} asks for.
   *
   * @throws Refusal 412 when it can't be one of ours
   */
  public static Optional<Long> version(Optional<String> ifMatch) {
    return ifMatch
        .map(String::strip)
        .filter(tag -> !tag.equals("*"))
        .map(
            tag -> {
              if (!tag.matches("\"\\d{1,18}\"")) {
                throw Refusal.changedMeanwhile();
              }
              return Long.valueOf(tag.substring(1, tag.length() - 1));
            });
  }
}
