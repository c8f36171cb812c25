package disclosure.report.signing;

import disclosure.report.publication.DocumentKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The documents with which something is to be done, listed some hundred at a time, each list from
 * where the one before ended; so that what can't be done holds up none that comes after it. It is a
 * hint: what was done meanwhile, here or elsewhere, is left out when it has its turn.
 */
final class Pending {

  /** How many are listed at once. */
  static final int PART = 200;

  private final Function<Optional<DocumentKey>, List<DocumentKey>> listed;
  private final Deque<DocumentKey> keys = new ArrayDeque<>();
  private Optional<DocumentKey> last = Optional.empty();
  private boolean found;

  /**
   * None are listed yet.
   *
   * @param listed lists what comes after a document, or what is first, in the order of its keys
   */
  Pending(Function<Optional<DocumentKey>, List<DocumentKey>> listed) {
    this.listed = listed;
  }

  /** A document with what is needed of it. */
  @SuppressWarnings("ArrayRecordComponent")
  record Document(DocumentKey key, byte[] bytes) {}

  /**
   * The next one; empty when all were looked through, and nothing is to be done.
   *
   * @param read what is needed of a document, as long as something is to be done with it
   */
  synchronized Optional<Document> next(Function<DocumentKey, Optional<byte[]>> read) {
    for (boolean again = true; again; again = refilled()) {
      while (!keys.isEmpty()) {
        DocumentKey key = keys.poll();
        Optional<byte[]> bytes = read.apply(key);
        if (bytes.isPresent()) {
          found = true;
          return Optional.of(new Document(key, bytes.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** From the beginning again as long as something was found: more may have come up meanwhile. */
  private boolean refilled() {
    List<DocumentKey> next = listed.apply(last);
    if (next.isEmpty() && last.isPresent()) {
      last = Optional.empty();
      boolean again = found;
      found = false;
      return again;
    }
    keys.addAll(next);
    last = next.isEmpty() ? Optional.empty() : Optional.of(next.get(next.size() - 1));
    return !keys.isEmpty();
  }
}
