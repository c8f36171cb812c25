package disclosure.requests.subscription.turn;

import disclosure.requests.personaldata.Cell;
import disclosure.requests.personaldata.OtherRings;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.ReadableElsewhere;
import disclosure.requests.personaldata.UnreadablePersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Secrets that receivers know the service by: made here, and stored encrypted. */
@ApplicationScoped
public class Secrets {

  /** The column of the present one. */
  public static final String SECRET = "secret";

  /** The column of the one before. */
  public static final String EARLIER = "earlier_secret";

  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PersonalDataCipher cipher;
  private final OtherRings others;

  /** Secrets that the cipher encrypts, here and on other instances. */
  public Secrets(PersonalDataCipher cipher, OtherRings others) {
    this.cipher = cipher;
    this.others = others;
  }

  /** A new one. */
  public static byte[] fresh() {
    byte[] secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /** As receivers are told it, by Standard Webhooks. */
  public static String shown(byte[] secret) {
    return PREFIX + Base64.getEncoder().encodeToString(secret);
  }

  /** As it is stored in the column. */
  public byte[] seal(byte[] secret, UUID subscription, String column) {
    return cipher.encrypt(secret, cell(subscription, column));
  }

  /**
   * What was stored in the column.
   *
   * @throws UnreadablePersonalData when no key opens it
   * @throws ReadableElsewhere when another instance has a key for it
   */
  public byte[] open(byte[] sealed, UUID subscription, String column) {
    try {
      return cipher.decrypt(sealed, cell(subscription, column));
    } catch (UnreadablePersonalData here) {
      if (cipher.lackedKey(sealed).filter(others::encryptUnder).isPresent()) {
        throw new ReadableElsewhere(here);
      }
      throw here;
    }
  }

  /**
   * What was stored in the column, unless no key opens it.
   *
   * @throws ReadableElsewhere when another instance has a key for it
   */
  public Optional<byte[]> ifReadable(byte[] sealed, UUID subscription, String column) {
    try {
      return Optional.of(open(sealed, subscription, column));
    } catch (UnreadablePersonalData told) {
      return Optional.empty();
    }
  }

  /** Whether it is encrypted under the primary key. */
  public boolean isCurrent(byte[] sealed) {
    return cipher.isCurrent(sealed);
  }

  private static Cell cell(UUID subscription, String column) {
    return new Cell("subscription", column, subscription);
  }
}
