package disclosure.report.signature;

import java.time.Instant;

/** What came of verifying a signature, or a time stamp over one. */
public sealed interface Verdict {

  /**
   * The document is what was signed, by whom the certificates that are believed vouch for.
   *
   * @param signer as his certificate calls him
   * @param at when he says that he signed
   */
  record Genuine(String signer, Instant at) implements Verdict {}

  /** The document is not what was signed, or the signature was altered. */
  record Altered() implements Verdict {}

  /**
   * The document is what somebody signed, for whom nobody vouches.
   *
   * @param signer as his certificate calls him
   * @param at when he says that he signed
   * @param why nobody does
   */
  record NotTrusted(String signer, Instant at, Doubt why) implements Verdict {}

  /** The signature can't be read as one over a published document. */
  record NotReadable() implements Verdict {}

  /** Why nobody vouches for a signer. */
  enum Doubt {
    /** No way leads from his certificate to one that is believed. */
    UNKNOWN_SIGNER,
    /** His certificate, or one on the way, did not hold when he signed. */
    NOT_VALID_THEN,
    /** His certificate, or one on the way, did not hold any more when his signature was stamped. */
    NOT_VALID_WHEN_STAMPED,
    /** His certificate is for something else than signatures. */
    NOT_FOR_SIGNATURES,
    /** That of an authority for time stamps is for something else, or not for these alone. */
    NOT_FOR_TIME_STAMPS
  }
}
