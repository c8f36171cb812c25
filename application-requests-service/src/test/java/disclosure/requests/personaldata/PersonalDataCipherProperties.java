package disclosure.requests.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

class PersonalDataCipherProperties {

  private static final Cell NAME = new Cell("application", "name", new UUID(1, 2));

  /** The ring before a rotation and after it, from each cipher to each. */
  enum Rotation {
    WITHIN_AES(Algorithm.AES_256_GCM, Algorithm.AES_256_GCM),
    TO_SM4(Algorithm.AES_256_GCM, Algorithm.SM4_GCM),
    WITHIN_SM4(Algorithm.SM4_GCM, Algorithm.SM4_GCM),
    BACK_TO_AES(Algorithm.SM4_GCM, Algorithm.AES_256_GCM);

    private final Algorithm old;
    private final PersonalDataCipher before;
    private final PersonalDataCipher after;

    Rotation(Algorithm old, Algorithm anew) {
      KeyRing.Key first = key("old", old, 1);
      this.old = old;
      this.before = new RingCipher(new KeyRing(List.of(first)));
      this.after = new RingCipher(new KeyRing(List.of(first, key("new", anew, 2))));
    }
  }

  @Property
  void what_was_encrypted_is_read_again(@ForAll Rotation ring, @ForAll byte[] value) {
    assertThat(ring.after.decrypt(ring.after.encrypt(value, NAME), NAME)).isEqualTo(value);
  }

  @Property
  void what_was_encrypted_before_a_rotation_is_read_after_it(
      @ForAll Rotation ring, @ForAll byte[] value) {
    assertThat(ring.after.decrypt(ring.before.encrypt(value, NAME), NAME)).isEqualTo(value);
  }

  @Property
  void the_newest_key_encrypts_and_is_needed(@ForAll Rotation ring, @ForAll byte[] value) {
    byte[] encrypted = ring.after.encrypt(value, NAME);
    assertThatThrownBy(() -> ring.before.decrypt(encrypted, NAME))
        .isInstanceOf(UnreadablePersonalData.class);
  }

  @Property
  void a_key_of_the_same_id_and_other_material_opens_nothing(
      @ForAll Rotation ring, @ForAll byte[] value) {
    PersonalDataCipher other = new RingCipher(new KeyRing(List.of(key("old", ring.old, 9))));
    byte[] encrypted = ring.before.encrypt(value, NAME);
    assertThatThrownBy(() -> other.decrypt(encrypted, NAME))
        .isInstanceOf(UnreadablePersonalData.class);
  }

  @Property
  void a_fingerprint_from_before_a_rotation_is_found_after_it(
      @ForAll Rotation ring, @ForAll byte[] value) {
    byte[] stored = ring.before.fingerprint(value, "table.column");
    assertThat(ring.after.fingerprints(value, "table.column"))
        .contains(stored, ring.after.fingerprint(value, "table.column"));
    assertThat(ring.after.fingerprint(value, "table.column")).isNotEqualTo(stored);
    assertThat(ring.after.fingerprints(value, "table.other")).doesNotContain(stored);
  }

  @Property
  void different_values_have_different_fingerprints(
      @ForAll Rotation ring, @ForAll byte[] one, @ForAll byte[] other) {
    Assume.that(!java.util.Arrays.equals(one, other));
    assertThat(ring.before.fingerprint(one, "t.c"))
        .isNotEqualTo(ring.before.fingerprint(other, "t.c"));
  }

  @Property
  void any_flipped_bit_is_refused(
      @ForAll Rotation ring,
      @ForAll byte[] value,
      @ForAll @IntRange(max = Integer.MAX_VALUE - 1) int anyBit) {
    byte[] encrypted = ring.after.encrypt(value, NAME);
    int bit = anyBit % (encrypted.length * 8);
    encrypted[bit / 8] ^= (byte) (1 << (bit % 8));
    assertThatThrownBy(() -> ring.after.decrypt(encrypted, NAME))
        .isInstanceOf(UnreadablePersonalData.class);
  }

  @Property
  void a_value_moved_to_another_row_column_or_table_is_refused(
      @ForAll Rotation ring, @ForAll @NotEmpty byte[] value, @ForAll long row) {
    Assume.that(row != 2);
    byte[] encrypted = ring.after.encrypt(value, NAME);
    for (Cell elsewhere :
        List.of(
            new Cell("application", "name", new UUID(1, row)),
            new Cell("application", "contact", NAME.rowId()),
            new Cell("dispute", "name", NAME.rowId()))) {
      assertThatThrownBy(() -> ring.after.decrypt(encrypted, elsewhere))
          .isInstanceOf(UnreadablePersonalData.class);
    }
  }

  @Property
  void the_same_value_never_looks_the_same_nor_shows_through(
      @ForAll Rotation ring, @ForAll @NotEmpty String text) {
    Assume.that(text.length() > 3);
    byte[] value = text.getBytes(StandardCharsets.UTF_8);
    byte[] first = ring.after.encrypt(value, NAME);
    assertThat(first).isNotEqualTo(ring.after.encrypt(value, NAME));
    assertThat(new String(first, StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(value, StandardCharsets.ISO_8859_1));
  }

  static KeyRing.Key key(String name, Algorithm algorithm, long seed) {
    byte[] material = new byte[algorithm.keyBytes()];
    new Random(seed).nextBytes(material);
    return new KeyRing.Key(name, material, algorithm, algorithm.digest());
  }
}
