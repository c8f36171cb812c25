package disclosure.requests.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {

  static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);

  @Test
  void the_last_line_is_the_primary(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("keyring");
    Files.writeString(
        file, "# made for a test\nlocal-1 " + SECRET + "\n\n2026.07 " + SECRET + "\n");
    KeyRing ring = KeyRing.read(file, Unwrapping::none);
    assertThat(ring.keys()).extracting(KeyRing.Key::name).containsExactly("local-1", "2026.07");
    assertThat(ring.primary().name()).isEqualTo("2026.07");
  }

  @Test
  void a_line_names_its_cipher_and_its_digest_and_without_words_means_what_it_always_meant() {
    String sixteen = Base64.getEncoder().encodeToString(new byte[16]);
    List<KeyRing.Key> keys =
        KeyRing.parse(
                List.of(
                    "plain " + SECRET,
                    "aes " + SECRET + " AES-256-GCM",
                    "sm4 " + sixteen + " SM4-GCM",
                    "mixed " + sixteen + " SM4-GCM HMAC-SHA256",
                    "digest " + SECRET + " HMAC-SM3"),
                Unwrapping::none)
            .keys();
    assertThat(keys)
        .extracting(KeyRing.Key::algorithm)
        .containsExactly(
            Algorithm.AES_256_GCM,
            Algorithm.AES_256_GCM,
            Algorithm.SM4_GCM,
            Algorithm.SM4_GCM,
            Algorithm.AES_256_GCM);
    assertThat(keys)
        .extracting(KeyRing.Key::digest)
        .containsExactly(
            KeyedDigest.HMAC_SHA256,
            KeyedDigest.HMAC_SHA256,
            KeyedDigest.HMAC_SM3,
            KeyedDigest.HMAC_SHA256,
            KeyedDigest.HMAC_SM3);
  }

  @Test
  void a_key_of_a_wrong_length_is_named_with_the_length_that_its_cipher_takes() {
    assertThatThrownBy(() -> KeyRing.parse(List.of("1 " + SECRET + " SM4-GCM"), Unwrapping::none))
        .hasMessage(
            "Line 1 of the key ring (KEYRING_FILE) has a key of 32 bytes; SM4-GCM takes 16");
    assertThatThrownBy(() -> KeyRing.parse(List.of("1 AAAAAAAAAAAAAAAAAAAAAA=="), Unwrapping::none))
        .hasMessage(
            "Line 1 of the key ring (KEYRING_FILE) has a key of 16 bytes; AES-256-GCM takes 32");
  }

  @Test
  void a_missing_file_is_named_by_its_variable(@TempDir Path directory) {
    assertThatThrownBy(() -> KeyRing.read(directory.resolve("none"), Unwrapping::none))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("KEYRING_FILE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "an/id AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "1 AAAAAAAAAAAAAAAAAAAAAA==",
        "1 SECRET!SECRET!SECRET!SECRET!SECRET!SECRET!S=",
        "1",
        "1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= SECRET!",
        "1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= SM4-GCM",
        "1 AAAAAAAAAAAAAAAAAAAAAA== HMAC-SM3 SM4-GCM",
        "1 AAAAAAAAAAAAAAAAAAAAAA== SM4-GCM SM4-GCM",
        "1 AAAAAAAAAAAAAAAAAAAAAA== SM4-GCM HMAC-SM3 HMAC-SM3",
        "1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= 2"
      })
  void a_faulty_line_is_named_and_not_quoted(String line) {
    assertThatThrownBy(() -> KeyRing.parse(List.of("", line), Unwrapping::none))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Line 2")
        .hasMessageNotContainingAny("AAAA", "SECRET!")
        .hasNoCause();
  }

  @Test
  void two_keys_of_one_id_are_refused() {
    assertThatThrownBy(() -> KeyRing.parse(List.of("3 " + SECRET, "3 " + SECRET), Unwrapping::none))
        .hasMessageContaining("Line 2");
  }

  @Test
  void a_ring_without_a_key_is_refused() {
    assertThatThrownBy(() -> KeyRing.parse(List.of("# nothing"), Unwrapping::none))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_key_does_not_print_its_material() {
    assertThat(KeyRing.parse(List.of("3 " + SECRET), Unwrapping::none).toString())
        .doesNotContain("AAAA", "[B");
  }
}
