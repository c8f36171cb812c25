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

  private static final KeyRing.Key OLD = key("old", 1);
  private static final KeyRing.Key NEW = key("new", 2);
  private static final Cell NAME = new Cell("application", "name", new UUID(1, 2));

  private final PersonalDataCipher before = new TinkCipher(new KeyRing(List.of(OLD)));
  private final PersonalDataCipher after = new TinkCipher(new KeyRing(List.of(OLD, NEW)));

  @Property
  void what_was_encrypted_is_read_again(@ForAll byte[] value) {
    assertThat(after.decrypt(after.encrypt(value, NAME), NAME)).isEqualTo(value);
  }

  @Property
  void what_was_encrypted_before_a_rotation_is_read_after_it(@ForAll byte[] value) {
    assertThat(after.decrypt(before.encrypt(value, NAME), NAME)).isEqualTo(value);
  }

  @Property
  void the_newest_key_encrypts_and_is_needed(@ForAll byte[] value) {
    byte[] encrypted = after.encrypt(value, NAME);
    assertThatThrownBy(() -> before.decrypt(encrypted, NAME))
        .isInstanceOf(UnreadablePersonalData.class);
  }

  @Property
  void a_key_of_the_same_id_and_other_material_opens_nothing(@ForAll byte[] value) {
    PersonalDataCipher other = new TinkCipher(new KeyRing(List.of(key(OLD.name(), 9))));
    byte[] encrypted = before.encrypt(value, NAME);
    assertThatThrownBy(() -> other.decrypt(encrypted, NAME))
        .isInstanceOf(UnreadablePersonalData.class);
  }

  @Property
  void a_fingerprint_from_before_a_rotation_is_found_after_it(@ForAll byte[] value) {
    byte[] stored = before.fingerprint(value, "table.column");
    assertThat(after.fingerprints(value, "table.column"))
        .contains(stored, after.fingerprint(value, "table.column"));
    assertThat(after.fingerprint(value, "table.column")).isNotEqualTo(stored);
    assertThat(after.fingerprints(value, "table.other")).doesNotContain(stored);
  }

  @Property
  void different_values_have_different_fingerprints(@ForAll byte[] one, @ForAll byte[] other) {
    Assume.that(!java.util.Arrays.equals(one, other));
    assertThat(before.fingerprint(one, "t.c")).isNotEqualTo(before.fingerprint(other, "t.c"));
  }

  @Property
  void any_flipped_bit_is_refused(
      @ForAll byte[] value, @ForAll @IntRange(max = Integer.MAX_VALUE - 1) int anyBit) {
    byte[] encrypted = after.encrypt(value, NAME);
    int bit = anyBit % (encrypted.length * 8);
    encrypted[bit / 8] ^= (byte) (1 << (bit % 8));
    assertThatThrownBy(() -> after.decrypt(encrypted, NAME))
        .isInstanceOf(UnreadablePersonalData.class);
  }

  @Property
  void a_value_moved_to_another_row_column_or_table_is_refused(
      @ForAll @NotEmpty byte[] value, @ForAll long row) {
    Assume.that(row != 2);
    byte[] encrypted = after.encrypt(value, NAME);
    for (Cell elsewhere :
        List.of(
            new Cell("application", "name", new UUID(1, row)),
            new Cell("application", "contact", NAME.rowId()),
            new Cell("dispute", "name", NAME.rowId()))) {
      assertThatThrownBy(() -> after.decrypt(encrypted, elsewhere))
          .isInstanceOf(UnreadablePersonalData.class);
    }
  }

  @Property
  void the_same_value_never_looks_the_same_nor_shows_through(@ForAll @NotEmpty String text) {
    Assume.that(text.length() > 3);
    byte[] value = text.getBytes(StandardCharsets.UTF_8);
    byte[] first = after.encrypt(value, NAME);
    assertThat(first).isNotEqualTo(after.encrypt(value, NAME));
    assertThat(new String(first, StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(value, StandardCharsets.ISO_8859_1));
  }

  private static KeyRing.Key key(String name, long seed) {
    byte[] material = new byte[32];
    new Random(seed).nextBytes(material);
    return new KeyRing.Key(name, material);
  }
}
