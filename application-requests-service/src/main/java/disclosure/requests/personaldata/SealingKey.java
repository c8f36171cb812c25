package disclosure.requests.personaldata;

import java.security.GeneralSecurityException;

/**
 * One key at work in authenticated encryption. Where the algorithms must be those of a certified
 * module, the module implements this.
 */
interface SealingKey {

  /**
   * Encrypts under a nonce of its own on every call.
   *
   * @param associated what is authenticated beside the value, and not given out
   */
  byte[] seal(byte[] value, byte[] associated) throws GeneralSecurityException;

  /**
   * Opens what {@link #seal} gave.
   *
   * @throws GeneralSecurityException when the bytes or what was authenticated beside them were
   *     altered, or come from another key
   */
  byte[] open(byte[] sealed, byte[] associated) throws GeneralSecurityException;
}
