package disclosure.requests.personaldata;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4-GCM by Bouncy Castle: a random nonce of 12 bytes, what is encrypted, a tag of 16. */
final class Sm4Gcm implements SealingKey {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;

  private final KeyParameter key;
  private final SecureRandom random = new SecureRandom();

  Sm4Gcm(byte[] material) {
    this.key = new KeyParameter(material);
  }

  @Override
  public byte[] seal(byte[] value, byte[] associated) throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return seal(value, associated, nonce);
  }

  /** The same under a nonce that must never have been used with the key. */
  byte[] seal(byte[] value, byte[] associated, byte[] nonce) throws GeneralSecurityException {
    byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + value.length + TAG_BYTES);
    run(cipher(true, nonce, associated), value, 0, value.length, sealed, NONCE_BYTES);
    return sealed;
  }

  @Override
  public byte[] open(byte[] sealed, byte[] associated) throws GeneralSecurityException {
    if (sealed.length < NONCE_BYTES + TAG_BYTES) {
      throw new GeneralSecurityException("too short to be encrypted");
    }
    GCMModeCipher cipher = cipher(false, Arrays.copyOf(sealed, NONCE_BYTES), associated);
    byte[] value = new byte[sealed.length - NONCE_BYTES - TAG_BYTES];
    run(cipher, sealed, NONCE_BYTES, sealed.length - NONCE_BYTES, value, 0);
    return value;
  }

  private GCMModeCipher cipher(boolean encrypting, byte[] nonce, byte[] associated) {
    GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
    cipher.init(encrypting, new AEADParameters(key, TAG_BYTES * Byte.SIZE, nonce, associated));
    return cipher;
  }

  private static void run(
      GCMModeCipher cipher, byte[] from, int start, int length, byte[] to, int at)
      throws GeneralSecurityException {
    try {
      int written = cipher.processBytes(from, start, length, to, at);
      cipher.doFinal(to, at + written);
    } catch (InvalidCipherTextException refused) {
      throw new GeneralSecurityException("not what was encrypted", refused);
    }
  }
}
