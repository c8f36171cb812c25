package disclosure.requests.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

/** The algorithms against the values that their standards print, and what is stored already. */
class VectorsTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] KEY = HEX.parseHex("0123456789abcdeffedcba9876543210");

  @Test
  void sm4_encrypts_as_its_standard_says() {
    // GB/T 32907-2016, appendix A.1
    SM4Engine engine = new SM4Engine();
    engine.init(true, new KeyParameter(KEY));
    byte[] encrypted = new byte[16];
    engine.processBlock(KEY, 0, encrypted, 0);
    assertThat(HEX.formatHex(encrypted)).isEqualTo("681edf34d206965e86b3e94f536e4246");
  }

  @Test
  void sm4_in_gcm_encrypts_as_rfc_8998_says() throws Exception {
    // RFC 8998, appendix A.1
    byte[] nonce = HEX.parseHex("00001234567800000000abcd");
    byte[] beside = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    byte[] value =
        HEX.parseHex(
            "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
    Sm4Gcm key = new Sm4Gcm(KEY);
    byte[] sealed = key.seal(value, beside, nonce);
    assertThat(HEX.formatHex(sealed))
        .isEqualTo(
            HEX.formatHex(nonce)
                + "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec");
    assertThat(key.open(sealed, beside)).isEqualTo(value);
    for (int length = 0; length < sealed.length; length++) {
      byte[] shortened = Arrays.copyOf(sealed, length);
      assertThatThrownBy(() -> key.open(shortened, beside))
          .isInstanceOf(GeneralSecurityException.class);
    }
  }

  @Test
  void hmac_sm3_digests_as_its_standard_says() {
    // GM/T 0042-2015, appendix D.3
    byte[] key = new byte[32];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) (i + 1);
    }
    byte[] message =
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".repeat(2).getBytes(UTF_8);
    assertThat(HEX.formatHex(KeyedDigest.HMAC_SM3.mac(key, message)))
        .isEqualTo("ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a");
  }

  @Test
  void hmac_sha256_digests_as_its_standard_says() {
    // RFC 4231, test case 2
    assertThat(
            HEX.formatHex(
                KeyedDigest.HMAC_SHA256.mac(
                    "Jefe".getBytes(UTF_8), "what do ya want for nothing?".getBytes(UTF_8))))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void what_the_releases_before_stored_is_read_and_they_read_what_is_stored_now() throws Exception {
    Cell cell = new Cell("application", "name", new UUID(1, 2));
    byte[] material = new byte[32];
    KeyRing ring = new KeyRing(List.of(keyOf(material)));
    RingCipher now = new RingCipher(ring);
    Aead before = tink(ring.primary());
    byte[] value = "张三".getBytes(UTF_8);
    byte[] stored = before.encrypt(value, cell.associatedData());
    assertThat(now.isCurrent(stored)).isTrue();
    assertThat(now.decrypt(stored, cell)).isEqualTo(value);
    assertThat(before.decrypt(now.encrypt(value, cell), cell.associatedData())).isEqualTo(value);
  }

  private static KeyRing.Key keyOf(byte[] material) {
    return new KeyRing.Key("1", material, Algorithm.AES_256_GCM, KeyedDigest.HMAC_SHA256);
  }

  /** As values were encrypted when there was one cipher. */
  private static Aead tink(KeyRing.Key key) throws GeneralSecurityException {
    AeadConfig.register();
    AesGcmParameters parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(32)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.TINK)
            .build();
    AesGcmKey tinkKey =
        AesGcmKey.builder()
            .setParameters(parameters)
            .setKeyBytes(SecretBytes.copyFrom(key.material(), InsecureSecretKeyAccess.get()))
            .setIdRequirement(key.number())
            .build();
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(tinkKey).withFixedId(key.number()).makePrimary())
        .build()
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }
}
