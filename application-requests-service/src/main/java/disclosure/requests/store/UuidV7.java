package disclosure.requests.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids that grow with time (RFC 9562, version 7), so that an index fills at one end. */
public final class UuidV7 {

  private static final SecureRandom RANDOM = new SecureRandom();

  private UuidV7() {}

  /** A new id: 48 bits of milliseconds, 74 random bits. */
  public static UUID at(Instant moment) {
    byte[] random = new byte[10];
    RANDOM.nextBytes(random);
    long first = 0;
    long second = 0;
    for (int i = 0; i < 2; i++) {
      first = first << 8 | (random[i] & 0xFF);
    }
    for (int i = 2; i < 10; i++) {
      second = second << 8 | (random[i] & 0xFF);
    }
    long high = moment.toEpochMilli() << 16 | 0x7000 | (first & 0x0FFF);
    long low = 0x8000_0000_0000_0000L | (second & 0x3FFF_FFFF_FFFF_FFFFL);
    return new UUID(high, low);
  }
}
