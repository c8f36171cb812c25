package disclosure.requests.personaldata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.storage.FailureKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the key ring is replaced while the service runs. */
class RotatingCipherTest {

  private static final Cell CELL =
      new Cell(
          "application", "applicant_name", UUID.fromString("018e0f6a-6c1e-7d30-9c55-3f0c9f1f4a01"));
  private static final byte[] VALUE = "张三".getBytes(UTF_8);

  @TempDir private Path directory;
  private RotatingCipher cipher;
  private byte[] stored;

  @BeforeEach
  void ring() throws Exception {
    replace(line("1", 1), line("2", 2));
    cipher = cipher(new SimpleMeterRegistry(), Duration.ofHours(1));
    stored = cipher.encrypt(VALUE, CELL);
  }

  @Test
  void one_that_opens_nothing_that_is_stored_is_not_taken_over() throws Exception {
    replace(line("9", 9));
    assertThat(cipher.look()).isFalse();
    assertThat(cipher.decrypt(stored, CELL)).isEqualTo(VALUE);
    assertThat(cipher.isCurrent(cipher.encrypt(VALUE, CELL))).isTrue();
  }

  @Test
  void a_key_that_the_ring_lacks_is_told_from_a_value_that_is_damaged() throws Exception {
    byte[] damaged = stored.clone();
    damaged[damaged.length - 1] ^= 1;
    assertThat(cipher.lackedKey(damaged)).isEmpty();
    assertThat(cipher.lackedKey(new byte[2])).isEmpty();
    byte[] elsewhere = stored.clone();
    elsewhere[4] ^= 64;
    assertThat(cipher.lackedKey(elsewhere)).contains(KeyRing.number("2") ^ 64);
  }

  @Test
  void one_with_another_key_under_the_name_of_the_primary_is_not_taken_over() throws Exception {
    replace(line("1", 1), line("2", 9));
    assertThat(cipher.look()).isFalse();
    assertThat(cipher.decrypt(stored, CELL)).isEqualTo(VALUE);
  }

  @Test
  void one_with_other_words_behind_the_primary_is_not_taken_over() throws Exception {
    replace(line("1", 1), line("2", 2) + " HMAC-SM3", line("3", 3));
    assertThat(cipher.look()).isFalse();
    assertThat(cipher.isCurrent(stored)).isTrue();
  }

  @Test
  void one_moves_from_one_cipher_to_the_other_and_back() throws Exception {
    String national = "n " + Base64.getEncoder().encodeToString(new byte[16]) + " SM4-GCM";
    replace(line("2", 2), national);
    assertThat(cipher.look()).isTrue();
    assertThat(cipher.decrypt(stored, CELL)).isEqualTo(VALUE);
    byte[] anew = cipher.encrypt(VALUE, CELL);
    assertThat(cipher.isCurrent(anew)).isTrue();
    replace(national);
    assertThat(cipher.look()).isTrue();
    assertThat(cipher.decrypt(anew, CELL)).isEqualTo(VALUE);
    replace(national, line("3", 3));
    assertThat(cipher.look()).isTrue();
    assertThat(cipher.isCurrent(anew)).isFalse();
    assertThat(cipher.decrypt(anew, CELL)).isEqualTo(VALUE);
  }

  @Test
  void one_with_a_newer_primary_is_taken_over_and_the_older_keys_go_step_by_step()
      throws Exception {
    replace(line("2", 2), line("3", 3));
    assertThat(cipher.look()).isTrue();
    assertThat(cipher.decrypt(stored, CELL)).isEqualTo(VALUE);
    assertThat(cipher.isCurrent(stored)).isFalse();
    replace(line("3", 3));
    assertThat(cipher.look()).isTrue();
  }

  @Test
  void a_primary_that_can_not_be_taken_over_ends_what_is_encrypted_under_the_former_one()
      throws Exception {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    RotatingCipher impatient = cipher(meters, Duration.ZERO);
    // A key that comes above the others is no primary yet.
    replace("3 vault:v1:wrapped", line("1", 1), line("2", 2));
    assertThat(impatient.look()).isFalse();
    assertThat(refused(meters)).isEqualTo(1);
    assertThat(impatient.awaitedPrimary()).isEmpty();
    assertThat(impatient.encrypt(VALUE, CELL)).isNotEmpty();

    replace(line("1", 1), line("2", 2), "3 vault:v1:wrapped");
    assertThat(impatient.look()).isFalse();
    assertThat(impatient.awaitedPrimary()).contains(KeyRing.number("3"));
    assertThatThrownBy(() -> impatient.encrypt(VALUE, CELL)).isInstanceOf(KeyRingOutdated.class);
    assertThatThrownBy(() -> impatient.fingerprint(VALUE, "purpose"))
        .isInstanceOf(KeyRingOutdated.class)
        .satisfies(failure -> assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.OUTAGE));
    assertThat(impatient.decrypt(stored, CELL)).isEqualTo(VALUE);
    assertThat(cipher.look()).isFalse();
    assertThat(cipher.encrypt(VALUE, CELL)).as("within its time").isNotEmpty();

    replace(line("1", 1), line("2", 2), line("3", 3));
    assertThat(impatient.look()).isTrue();
    assertThat(refused(meters)).isZero();
    assertThat(impatient.awaitedPrimary()).isEmpty();
    assertThat(impatient.isCurrent(impatient.encrypt(VALUE, CELL))).isTrue();
  }

  /** Its time isn't over, nor does it begin anew, because the file can't be looked at for once. */
  @Test
  void a_primary_is_awaited_on_while_the_file_can_not_be_read() throws Exception {
    RotatingCipher impatient = cipher(new SimpleMeterRegistry(), Duration.ZERO);
    replace(line("1", 1), line("2", 2), "3 vault:v1:wrapped");
    assertThat(impatient.look()).isFalse();
    for (byte[] unreadable : List.of(new byte[0], new byte[] {(byte) 0xC3, 0x28})) {
      Files.write(directory.resolve("keyring"), unreadable);
      assertThat(impatient.look()).isFalse();
      assertThat(impatient.awaitedPrimary()).contains(KeyRing.number("3"));
      assertThatThrownBy(() -> impatient.encrypt(VALUE, CELL)).isInstanceOf(KeyRingOutdated.class);
    }
    Files.delete(directory.resolve("keyring"));
    assertThat(impatient.look()).isFalse();
    assertThat(impatient.awaitedPrimary()).contains(KeyRing.number("3"));

    replace(line("1", 1) + " and more", line("2", 2));
    assertThat(impatient.look()).isFalse();
    assertThat(impatient.awaitedPrimary()).as("the file is back at the former one").isEmpty();
    assertThat(impatient.encrypt(VALUE, CELL)).isNotEmpty();
  }

  private static double refused(SimpleMeterRegistry meters) {
    return meters.get("pii.ring.refused").gauge().value();
  }

  private RotatingCipher cipher(SimpleMeterRegistry meters, Duration bound) {
    return new RotatingCipher(directory.resolve("keyring"), Unwrapping::none, meters, bound);
  }

  private void replace(String... lines) throws Exception {
    Files.write(directory.resolve("keyring"), Arrays.asList(lines));
  }

  private static String line(String name, int filling) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) filling);
    return name + " " + Base64.getEncoder().encodeToString(key);
  }
}
