package disclosure.report.signing;

import disclosure.report.publication.DocumentKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The documents with which something is to be done, listed some hundred at a time. It is a hint:
 * what was done meanwhile, here or elsewhere, is left out when it has its turn.
 */
final class Pending {

  /** How many are listed at once. */
  static final int PART = 200;

  private final Supplier<List<DocumentKey>> listed;
  private final Deque<DocumentKey> keys = new ArrayDeque<>();

  Pending(Supplier<List<DocumentKey>> listed) {
    this.listed = listed;
  }

  /** A document with what is needed of it. */
  @SuppressWarnings("ArrayRecordComponent")
  record Document(DocumentKey key, byte[] bytes) {}

  /**
   * The next one; empty when nothing is to be done.
   *
   * @param read what is needed of a document, as long as something is to be done with it
   */
  synchronized Optional<Document> next(Function<DocumentKey, Optional<byte[]>> read) {
    for (boolean again = true; again; again = refilled()) {
      while (!keys.isEmpty()) {
        DocumentKey key = keys.poll();
        Optional<byte[]> bytes = read.apply(key);
        if (bytes.isPresent()) {
          return Optional.of(new Document(key, bytes.get()));
        }
      }
    }
    return Optional.empty();
  }

  private boolean refilled() {
    keys.addAll(listed.get());
    return !keys.isEmpty();
  }
}
