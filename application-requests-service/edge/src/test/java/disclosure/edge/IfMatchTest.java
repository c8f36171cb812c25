package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

  @Test
  void nothing_said_is_no_condition() {
    assertThatCode(() -> given(null).require(Optional.of(3L))).doesNotThrowAnyException();
    assertThatCode(() -> given(null).require(Optional.empty())).doesNotThrowAnyException();
  }

  @Test
  void one_of_several_tags_is_enough() {
    assertThatCode(() -> given("\"2\", \"3\"").require(Optional.of(3L))).doesNotThrowAnyException();
  }

  @Test
  void a_comma_within_the_quotes_belongs_to_the_tag() {
    assertRefused(() -> given("\"a,b\"").require(Optional.of(3L)), 412);
    assertRefused(() -> given("\"2,3\",\"4\"").require(Optional.of(3L)), 412);
    assertThatCode(() -> given(" ,\"a,b\" ,, \"3\", ").require(Optional.of(3L)))
        .doesNotThrowAnyException();
  }

  @Test
  void any_version_is_one_that_is_there() {
    assertThatCode(() -> given("*").require(Optional.of(3L))).doesNotThrowAnyException();
    assertThatCode(() -> given(" * ").require(Optional.of(3L))).doesNotThrowAnyException();
    assertRefused(() -> given("*").require(Optional.empty()), 412);
  }

  @Test
  void another_version_and_a_weak_tag_are_refused() {
    assertRefused(() -> given("\"2\"").require(Optional.of(3L)), 412);
    assertRefused(() -> given("W/\"3\"").require(Optional.of(3L)), 412);
    assertRefused(() -> given("").require(Optional.of(3L)), 412);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3",
        "\"3",
        "3\"",
        "\"2\", 3",
        "\"2\" \"3\"",
        "\"2\"\"3\"",
        "\"2\", \"3",
        "w/\"3\"",
        "**",
        "*, \"3\"",
        "\"3\", *",
        "*, *",
        ", *"
      })
  void what_is_no_tag_is_malformed_and_no_other_version(String header) {
    assertRefused(() -> given(header), 400);
  }

  @Test
  void who_says_nothing_is_told_by_which_header_to_say_it() {
    assertThatThrownBy(() -> given(null).requireGiven())
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.faults()).extracting(Fault::field).containsExactly("If-Match"));
  }

  @Test
  void who_must_have_seen_it_says_which_version() {
    assertThatCode(() -> given("\"3\"").requireSeen(3)).doesNotThrowAnyException();
    assertRefused(() -> given("*").requireSeen(3), 412);
    assertRefused(() -> given(null).requireSeen(3), 428);
  }

  @Test
  void what_stands_already_may_be_sent_again_and_something_else_replaces_what_was_seen() {
    assertThat(given("\"2\"").replaces(true, 3)).isFalse();
    assertThat(given(null).replaces(true, 3)).isFalse();
    assertThat(given("\"3\"").replaces(false, 3)).isTrue();
    assertRefused(() -> given("\"2\"").replaces(false, 3), 412);
    assertRefused(() -> given("*").replaces(false, 3), 412);
    assertRefused(() -> given(null).replaces(false, 3), 428);
  }

  @Test
  void what_stands_may_be_put_again_and_who_names_what_he_has_seen_overwrites_nothing_else() {
    assertThat(given("\"2\"").puts(true, Optional.of(3L))).isFalse();
    assertThat(given(null).puts(false, Optional.of(3L))).isTrue();
    assertThat(given("\"3\"").puts(false, Optional.of(3L))).isTrue();
    assertRefused(() -> given("\"2\"").puts(false, Optional.of(3L)), 412);
    assertThat(given(null).puts(false, Optional.empty())).isTrue();
    assertRefused(() -> given("*").puts(false, Optional.empty()), 412);
    assertRefused(() -> given("\"1\"").puts(false, Optional.empty()), 412);
  }

  private static IfMatch given(String header) {
    return IfMatch.of(Optional.ofNullable(header));
  }

  private static void assertRefused(ThrowingCallable change, int status) {
    assertThatThrownBy(change)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
  }
}
