package disclosure.edge.testing.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Changes bytes as a fuzzer does: bits, bytes that are special somewhere, pieces that are left out,
 * repeated, or come from elsewhere, and words that mean something to the reader.
 */
final class Mutation {

  private static final int MAX_CHANGES = 6;
  private static final int MAX_PIECE = 200;
  private static final int MAX_REPETITIONS = 4_000;
  private static final int MAX_BYTES = 512 * 1024;
  private static final int[] SPECIAL = {
    0, 1, 9, 10, 13, 32, 34, 39, 44, 45, 48, 58, 59, 60, 62, 91, 92, 93, 123, 125, 127, 128, 0xC0,
    0xE2, 0xEF, 0xF4, 0xFE, 0xFF
  };

  private final List<byte[]> seeds;
  private final List<byte[]> words;

  Mutation(List<byte[]> seeds, List<String> words) {
    this.seeds = seeds;
    this.words = words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** One of the seeds, with some changes. */
  byte[] next(Random random) {
    return changed(seeds.get(random.nextInt(seeds.size())), random);
  }

  byte[] changed(byte[] from, Random random) {
    byte[] bytes = from.clone();
    for (int changes = 1 + random.nextInt(MAX_CHANGES); changes > 0; changes--) {
      bytes = once(bytes, random);
    }
    return bytes.length > MAX_BYTES ? Arrays.copyOf(bytes, MAX_BYTES) : bytes;
  }

  private byte[] once(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int piece = Math.min(random.nextInt(MAX_PIECE), bytes.length - at);
    return switch (random.nextInt(9)) {
      case 0 -> flipped(bytes, random);
      case 1 -> put(bytes, at, 0, new byte[] {(byte) SPECIAL[random.nextInt(SPECIAL.length)]});
      case 2 ->
          put(bytes, at, Math.min(1, bytes.length - at), new byte[] {(byte) random.nextInt()});
      case 3 -> put(bytes, at, piece, new byte[0]);
      case 4 -> put(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + piece));
      case 5 -> put(bytes, at, 0, repeated(bytes, at, piece, random));
      case 6 -> put(bytes, at, piece, elsewhere(random));
      case 7 -> Arrays.copyOf(bytes, at);
      default -> put(bytes, at, random.nextBoolean() ? piece : 0, word(random));
    };
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    if (bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static byte[] repeated(byte[] bytes, int at, int piece, Random random) {
    byte[] one = Arrays.copyOfRange(bytes, at, at + Math.min(piece, 1 + random.nextInt(16)));
    int times =
        1 << random.nextInt(Integer.numberOfTrailingZeros(Integer.highestOneBit(MAX_REPETITIONS)));
    byte[] all = new byte[one.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(one, 0, all, i * one.length, one.length);
    }
    return all;
  }

  private byte[] elsewhere(Random random) {
    byte[] other = seeds.get(random.nextInt(seeds.size()));
    int from = random.nextInt(other.length + 1);
    return Arrays.copyOfRange(
        other, from, Math.min(other.length, from + random.nextInt(MAX_PIECE)));
  }

  private byte[] word(Random random) {
    return words.isEmpty() ? new byte[] {0} : words.get(random.nextInt(words.size()));
  }

  /** Puts a piece in the place of some bytes. */
  private static byte[] put(byte[] bytes, int at, int less, byte[] piece) {
    byte[] result = new byte[bytes.length - less + piece.length];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(piece, 0, result, at, piece.length);
    System.arraycopy(bytes, at + less, result, at + piece.length, bytes.length - at - less);
    return result;
  }
}
