package disclosure.report.publication;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * Two digests of the same bytes, in lower-case hexadecimal digits.
 *
 * @param sha256 SHA-256 (FIPS 180-4)
 * @param sm3 SM3 (GB/T 32905)
 */
public record Digests(
    @JsonProperty(required = true) String sha256, @JsonProperty(required = true) String sm3) {

  private static final HexFormat HEX = HexFormat.of();

  /** The digests of some bytes. */
  public static Digests of(byte[] bytes) {
    try {
      SM3Digest sm3 = new SM3Digest();
      sm3.update(bytes, 0, bytes.length);
      byte[] sm3Value = new byte[sm3.getDigestSize()];
      sm3.doFinal(sm3Value, 0);
      return of(MessageDigest.getInstance("SHA-256").digest(bytes), sm3Value);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Digests that were stored. */
  public static Digests of(byte[] sha256, byte[] sm3) {
    return new Digests(HEX.formatHex(sha256), HEX.formatHex(sm3));
  }

  /** The first as bytes. */
  public byte[] sha256Bytes() {
    return HEX.parseHex(sha256);
  }

  /** The second as bytes. */
  public byte[] sm3Bytes() {
    return HEX.parseHex(sm3);
  }

  /** The value of the field {@code Repr-Digest} (RFC 9530). */
  public String header() {
    Base64.Encoder base64 = Base64.getEncoder();
    return "sha-256=:"
        + base64.encodeToString(sha256Bytes())
        + ":, sm3=:"
        + base64.encodeToString(sm3Bytes())
        + ":";
  }
}
