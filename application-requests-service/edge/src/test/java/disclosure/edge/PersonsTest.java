package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonsTest {

  @Test
  void who_signed_in_is_named() {
    assertThat(Persons.of(Map.of("azp", "portal", "preferred_username", "wang.li")::get))
        .contains("wang.li");
    assertThat(Persons.of(Map.of("azp", "portal", "sub", "0f3a", "sid", "7")::get))
        .contains("0f3a");
  }

  @Test
  void a_system_that_acts_for_itself_is_nobody() {
    assertThat(Persons.of(Map.of("azp", "portal", "sub", "portal")::get)).isEmpty();
    assertThat(Persons.of(Map.of("azp", "portal", "sub", "0f3a")::get)).isEmpty();
    assertThat(Persons.of(Map.of("azp", "portal", "preferred_username", "portal")::get)).isEmpty();
    assertThat(
            Persons.of(
                Map.of("azp", "portal", "preferred_username", "service-account-portal")::get))
        .isEmpty();
  }

  @Test
  void what_nobody_could_read_is_no_name() {
    assertThat(Persons.of(Map.of("azp", "a", "preferred_username", "w\u200Bang")::get)).isEmpty();
    assertThat(Persons.of(Map.of("azp", "a", "preferred_username", "w".repeat(201))::get))
        .isEmpty();
  }
}
