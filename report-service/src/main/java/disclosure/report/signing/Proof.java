package disclosure.report.signing;

import java.util.Arrays;
import java.util.Optional;

/** What proves that a document is the one that was published. */
public enum Proof {
  /** The signature over it, as CMS in DER. */
  SIGNATURE(".p7s", "application/pkcs7-signature"),
  /** The certificates that the signature bears, the signer's first, in PEM. */
  CERTIFICATE(".p7s.pem", "application/pem-certificate-chain"),
  /** The time stamp over the signature, as an authority answered (RFC 3161). */
  TIME_STAMP(".p7s.tsr", "application/timestamp-reply");

  private final String ending;
  private final String mediaType;

  Proof(String ending, String mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  /** What the name of its file has behind that of the document. */
  public String ending() {
    return ending;
  }

  /** What is said of its bytes. */
  public String mediaType() {
    return mediaType;
  }

  /** The one whose file ends so. */
  public static Optional<Proof> ending(String name) {
    return Arrays.stream(values()).filter(proof -> name.endsWith(proof.ending)).findFirst();
  }
}
