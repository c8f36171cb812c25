package disclosure.report.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;

/**
 * A question to an authority for time stamps (RFC 3161): it gets a digest and a number that its
 * answer repeats, and sends its certificate along.
 */
public final class TimeStampQuery {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BITS = 64;

  private final byte[] content;
  private final TimeStampRequest request;

  private TimeStampQuery(byte[] content, TimeStampRequest request) {
    this.content = content;
    this.request = request;
  }

  /**
   * Asks when there were these bytes.
   *
   * @param content such as a signature; not to be changed
   */
  public static TimeStampQuery over(byte[] content, StampDigest digest) {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    return new TimeStampQuery(
        content,
        generator.generate(
            digest.identifier(), digest.of(content), new BigInteger(NONCE_BITS, RANDOM)));
  }

  /** What is sent, as {@code application/timestamp-query}. */
  public byte[] encoded() {
    try {
      return request.getEncoded();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  byte[] content() {
    return content;
  }

  BigInteger nonce() {
    return request.getNonce();
  }
}
