package disclosure.requests.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The keys of the register in the order of their file: a line {@code <id> <base64 of 32 bytes>} a
 * key, the last one the primary. Blank lines and lines that begin with {@code #} are passed over.
 *
 * @param keys at least one key, each with its own id
 */
record KeyRing(List<Key> keys) {

  /**
   * One AES-256 key.
   *
   * @param name the key's id in the file
   * @param material 32 bytes
   */
  record Key(String name, byte[] material) {

    /** The number that stands in front of everything encrypted under the key; from its name. */
    int number() {
      try {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
        return ByteBuffer.wrap(digest).getInt() & Integer.MAX_VALUE;
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    boolean isSame(Key other) {
      return name.equals(other.name) && MessageDigest.isEqual(material, other.material);
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
  static KeyRing read(Path file) {
    try {
      return parse(Files.readAllLines(file, UTF_8));
    } catch (IOException unreadable) {
      throw new IllegalStateException("The key ring (KEYRING_FILE) cannot be read", unreadable);
    }
  }

  static KeyRing parse(List<String> lines) {
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Key key = key(line, i + 1);
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

  private static Key key(String line, int number) {
    String[] parts = line.split("\\s+");
    if (parts.length != 2 || !parts[0].matches("[A-Za-z0-9._-]{1,64}")) {
      throw broken(
          number,
          "is not of the form <id> <base64 of 32 bytes>, with an id of letters, digits and . _ -");
    }
    byte[] material = material(parts[1], number);
    if (material.length != 32) {
      throw broken(number, "has a key of another length than 32 bytes");
    }
    return new Key(parts[0], material);
  }

  /** The decoder's own exception would quote the key: it is not kept as a cause. */
  private static byte[] material(String base64, int number) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      throw broken(number, "has a key that is not base64");
    }
  }

  private static IllegalStateException broken(int number, String what) {
    return new IllegalStateException("Line " + number + " of the key ring (KEYRING_FILE) " + what);
  }
}
