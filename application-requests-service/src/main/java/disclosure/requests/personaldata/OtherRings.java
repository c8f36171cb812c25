package disclosure.requests.personaldata;

/** What is known of the rings of other instances. */
public interface OtherRings {

  /**
   * Whether one that was heard of within a minute encrypts under the key.
   *
   * @param key its number
   */
  boolean encryptUnder(int key);
}
