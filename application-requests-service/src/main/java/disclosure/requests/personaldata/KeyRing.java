package disclosure.requests.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The keys of the register in the order of their file: a line {@code <id> <base64> [<cipher>]
 * [<digest>]} a key, the last one the primary. A line without words behind the key is one for
 * AES-256-GCM; in place of the base64 may stand what a KMS unwraps. Blank lines and lines that
 * begin with {@code #} are passed over.
 *
 * @param keys at least one key, each with its own id
 */
record KeyRing(List<Key> keys) {

  private static final String FORM = "<id> <base64 of the key> [<cipher>] [<digest>]";

  /**
   * One key.
   *
   * @param name the key's id in the file
   * @param material as many bytes as its algorithm takes
   * @param algorithm by which values are encrypted under it
   * @param digest by which people are found under it
   */
  record Key(String name, byte[] material, Algorithm algorithm, KeyedDigest digest) {

    /** The number that stands in front of everything encrypted under the key; from its name. */
    int number() {
      return KeyRing.number(name);
    }

    boolean isSame(Key other) {
      return name.equals(other.name)
          && algorithm == other.algorithm
          && digest == other.digest
          && MessageDigest.isEqual(material, other.material);
    }

    @Override
    public String toString() {
      return "Key " + name;
    }
  }

  KeyRing {
    keys = List.copyOf(keys);
  }

  /**
   * @throws IllegalStateException with a sentence that says what is wrong with the file, and never
   *     what it holds
   */
  static KeyRing read(Path file, Unwrapping unwrapping) {
    try {
      return parse(Files.readAllLines(file, UTF_8), unwrapping);
    } catch (IOException unreadable) {
      throw new IllegalStateException("The key ring (KEYRING_FILE) cannot be read", unreadable);
    }
  }

  /** The number of the key that is called so. */
  static int number(String name) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
      return ByteBuffer.wrap(digest).getInt() & Integer.MAX_VALUE;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * What the primary of the file is called, also of one that can't be used; empty when it can't be
   * read or names none.
   */
  static Optional<String> primaryNamed(Path file) {
    try {
      return Files.readAllLines(file, UTF_8).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .reduce((former, last) -> last)
          .map(line -> line.split("\\s+", 2)[0]);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  static KeyRing parse(List<String> lines, Unwrapping unwrapping) {
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Key key = key(line, i + 1, unwrapping);
      if (keys.stream().anyMatch(other -> other.number() == key.number())) {
        throw broken(i + 1, "repeats the id of another key");
      }
      keys.add(key);
    }
    if (keys.isEmpty()) {
      throw new IllegalStateException("The key ring (KEYRING_FILE) holds no key");
    }
    return new KeyRing(keys);
  }

  int size() {
    return keys.size();
  }

  String primaryName() {
    return primary().name();
  }

  /** Whether the other one has the same keys with the same primary. */
  boolean isSame(KeyRing other) {
    if (keys.size() != other.keys.size()) {
      return false;
    }
    for (int i = 0; i < keys.size(); i++) {
      if (!keys.get(i).isSame(other.keys.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether it opens what is encrypted under the other one's primary key. */
  boolean succeeds(KeyRing other) {
    return keys.stream().anyMatch(other.primary()::isSame);
  }

  Key primary() {
    return keys.get(keys.size() - 1);
  }

  private static Key key(String line, int number, Unwrapping unwrapping) {
    String[] words = line.split("\\s+");
    if (words.length < 2 || words.length > 4 || !words[0].matches("[A-Za-z0-9._-]{1,64}")) {
      throw broken(
          number, "is not of the form " + FORM + ", with an id of letters, digits and . _ -");
    }
    byte[] material = material(words[1], number, unwrapping);
    Queue<String> behind = new ArrayDeque<>(Arrays.asList(words).subList(2, words.length));
    Algorithm algorithm = taken(behind, Algorithm::named).orElse(Algorithm.AES_256_GCM);
    KeyedDigest digest = taken(behind, KeyedDigest::named).orElse(algorithm.digest());
    if (!behind.isEmpty()) {
      throw broken(
          number,
          "has behind its key what is neither a cipher ("
              + words(Algorithm.values(), Algorithm::word)
              + ") nor, after it, a digest ("
              + words(KeyedDigest.values(), KeyedDigest::word)
              + ")");
    }
    if (material.length != algorithm.keyBytes()) {
      throw broken(
          number,
          "has a key of "
              + material.length
              + " bytes; "
              + algorithm.word()
              + " takes "
              + algorithm.keyBytes());
    }
    return new Key(words[0], material, algorithm, digest);
  }

  /** What the next word names, which is then taken; nothing when it names none of the kind. */
  private static <T> Optional<T> taken(Queue<String> words, Function<String, Optional<T>> kind) {
    Optional<T> named = Optional.ofNullable(words.peek()).flatMap(kind);
    named.ifPresent(known -> words.remove());
    return named;
  }

  private static <T> String words(T[] known, Function<T, String> word) {
    return Arrays.stream(known).map(word).collect(Collectors.joining(", "));
  }

  /** The decoder's own exception would quote the key: it is not kept as a cause. */
  private static byte[] material(String text, int number, Unwrapping unwrapping) {
    try {
      return text.startsWith(Unwrapping.MARK)
          ? unwrapping.unwrap(text)
          : Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw broken(number, "has a key that is not base64");
    } catch (IllegalStateException wrapped) {
      throw broken(number, wrapped.getMessage());
    }
  }

  private static IllegalStateException broken(int number, String what) {
    return new IllegalStateException("Line " + number + " of the key ring (KEYRING_FILE) " + what);
  }
}
