package disclosure.edge;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client says of the version that it changes (header {@code If-Match}; RFC 9110, 13.1.1):
 * entity tags, compared strongly.
 *
 * @param given whether it says anything
 * @param tags as written, or {@code *} when any existing version will do
 */
public record IfMatch(boolean given, Set<String> tags) {

  private static final String ANY = "*";

  /**
   * The next one of a list, whose elements may be empty (RFC 9110, 5.6.1 and 8.8.3): a comma within
   * the quotes belongs to the tag.
   */
  private static final Pattern NEXT = Pattern.compile("\\G[\\s,]*+((?:W/)?\"[^\"]*\")\\s*+(?=,|$)");

  private static final Pattern NOTHING_MORE = Pattern.compile("[\\s,]*+");

  /** A defensive copy is kept. */
  public IfMatch {
    tags = Set.copyOf(tags);
  }

  /**
   * Reads the header.
   *
   * @throws Refusal 400 when something in it is no entity tag, such as one without its quotes, or
   *     {@code *} beside others
   */
  public static IfMatch of(Optional<String> header) {
    if (header.filter(list -> list.strip().equals(ANY)).isPresent()) {
      return new IfMatch(true, Set.of(ANY));
    }
    Set<String> tags = new HashSet<>();
    String list = header.orElse("");
    Matcher next = NEXT.matcher(list);
    int end = 0;
    while (next.find()) {
      tags.add(next.group(1));
      end = next.end();
    }
    if (!NOTHING_MORE.matcher(list.substring(end)).matches()) {
      throw Refusal.invalid(InputFault.NOT_AN_ENTITY_TAG.at(HttpHeaders.IF_MATCH));
    }
    return new IfMatch(header.isPresent(), tags);
  }

  /**
   * Lets the change go on only when it is the client's.
   *
   * @param present the version that is stored; absent when there is none
   * @throws Refusal 412 when it is another one
   */
  public void require(Optional<Long> present) {
    if (given && !present.map(this::allows).orElse(false)) {
      throw Refusal.changedMeanwhile();
    }
  }

  /**
   * Lets the change go on only when the client says which version it has read, and that is it.
   *
   * @throws Refusal 428 when it says nothing, 412 when it is another one
   */
  public void requireSeen(long present) {
    requireGiven();
    if (!names(present)) {
      throw Refusal.changedMeanwhile();
    }
  }

  /**
   * Whether something else is to take the place of what is there, which only who has seen it may
   * do. What stands already may be sent again whatever its client has seen: the answer that bore
   * the present version may have been lost.
   *
   * @param stands whether what is there says the same
   * @throws Refusal 428 or 412, as of {@link #requireSeen}, when it says something else
   */
  public boolean replaces(boolean stands, long present) {
    if (!stands) {
      requireSeen(present);
    }
    return !stands;
  }

  /**
   * Whether something is to be stored where a client may leave out what it has seen. What stands
   * already may be sent again whatever it says, as of {@link #replaces}.
   *
   * @param stands whether what is there says the same
   * @param present the version that is stored; absent when there is none
   * @throws Refusal 412, as of {@link #require}
   */
  public boolean puts(boolean stands, Optional<Long> present) {
    if (!stands) {
      require(present);
    }
    return !stands;
  }

  /**
   * Lets the change go on only when the client says anything.
   *
   * @throws Refusal 428
   */
  public void requireGiven() {
    if (!given) {
      throw Refusal.preconditionRequired();
    }
  }

  /** Whether the client says that it has read this very version. */
  public boolean names(long version) {
    return tags.contains(EntityTags.of(version));
  }

  private boolean allows(long version) {
    return tags.contains(ANY) || tags.contains(EntityTags.of(version));
  }
}
