package disclosure.requests.personaldata;

/** Opens the keys that stand wrapped in the ring: only who keeps the wrapping key can. */
interface Unwrapping {

  /** What a wrapped key begins with; no base64 holds a colon. */
  String MARK = "vault:";

  /**
   * The key itself.
   *
   * @param wrapped as it stands in the ring
   * @throws IllegalStateException with the end of a sentence about the key's line that says what is
   *     wrong, and nothing of the key or of what keeps it
   */
  byte[] unwrap(String wrapped);

  /** What unwraps without asking anybody, and so without waiting: nothing, unless it remembers. */
  default Unwrapping remembered() {
    return wrapped -> {
      throw new IllegalStateException("is wrapped, and was not unwrapped before");
    };
  }

  /** Where no KMS is configured. */
  static byte[] none(String wrapped) {
    throw new IllegalStateException("is wrapped by a KMS, and KMS_URL names none");
  }
}
