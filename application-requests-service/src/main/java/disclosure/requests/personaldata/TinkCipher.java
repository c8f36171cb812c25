package disclosure.requests.personaldata;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * AES-256-GCM by Tink. What it gives begins with the key's id, so that older keys stay readable
 * after a newer one has become the primary.
 */
final class TinkCipher implements PersonalDataCipher {

  /** What Tink puts in front: its format's byte, and the key's id. */
  private static final int PREFIX = 1 + Integer.BYTES;

  private final KeyRing ring;
  private final Aead aead;

  /** The keys derived from the primary one, by their purposes, of which there are a few. */
  private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

  TinkCipher(KeyRing ring) {
    this.ring = ring;
    try {
      AeadConfig.register();
      KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
      for (KeyRing.Key key : ring.keys()) {
        KeysetHandle.Builder.Entry entry =
            KeysetHandle.importKey(tinkKey(key)).withFixedId(key.number());
        keyset.addEntry(key.equals(ring.primary()) ? entry.makePrimary() : entry);
      }
      this.aead = keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("The key ring (KEYRING_FILE) cannot be used", unusable);
    }
  }

  KeyRing ring() {
    return ring;
  }

  @Override
  public boolean isCurrent(byte[] encrypted) {
    return encrypted.length >= PREFIX
        && ByteBuffer.wrap(encrypted, 1, Integer.BYTES).getInt() == ring.primary().number();
  }

  @Override
  public byte[] encrypt(byte[] value, Cell cell) {
    try {
      return aead.encrypt(value, cell.associatedData());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("encryption failed", impossible);
    }
  }

  @Override
  public byte[] decrypt(byte[] encrypted, Cell cell) {
    try {
      return aead.decrypt(encrypted, cell.associatedData());
    } catch (GeneralSecurityException refused) {
      throw new UnreadablePersonalData(cell, refused);
    }
  }

  @Override
  public byte[] fingerprint(byte[] value, String purpose) {
    byte[] key = derived.computeIfAbsent(purpose, one -> Fingerprint.derived(one, ring.primary()));
    return Fingerprint.of(value, key, ring.primary().number());
  }

  @Override
  public List<byte[]> fingerprints(byte[] value, String purpose) {
    return ring.keys().stream().map(key -> Fingerprint.of(value, purpose, key)).toList();
  }

  private static AesGcmKey tinkKey(KeyRing.Key key) throws GeneralSecurityException {
    AesGcmParameters parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(32)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.TINK)
            .build();
    return AesGcmKey.builder()
        .setParameters(parameters)
        .setKeyBytes(SecretBytes.copyFrom(key.material(), InsecureSecretKeyAccess.get()))
        .setIdRequirement(key.number())
        .build();
  }
}
