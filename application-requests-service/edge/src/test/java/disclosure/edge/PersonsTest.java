package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
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
  void he_is_shown_by_his_name_and_by_what_is_stored_of_him() {
    Map<String, String> wang = Map.of("azp", "portal", "preferred_username", "wang.li");

    assertThat(Persons.shown(named(wang, "王丽"))).contains("王丽（wang.li）");
    assertThat(Persons.shown(wang::get)).contains("wang.li");
    assertThat(Persons.shown(named(wang, "wang.li"))).contains("wang.li");
    assertThat(Persons.shown(named(wang, "王\u202E丽"))).contains("wang.li");
    assertThat(Persons.shown(named(wang, "丽".repeat(61)))).contains("wang.li");
    assertThat(Persons.shown(named(Map.of("azp", "portal"), "王丽"))).isEmpty();
  }

  @Test
  void a_chinese_name_is_shown_as_it_is_written_and_no_other_is_turned() {
    assertThat(Persons.shown(ofKeycloak("静", "王"))).contains("王静（wang.jing）");
    assertThat(Persons.shown(ofKeycloak("Anna", "Meier"))).contains("Anna Meier（wang.jing）");
    assertThat(Persons.shown(ofKeycloak("静", "王".repeat(60)))).contains("wang.jing");
  }

  private static Function<String, String> ofKeycloak(String given, String family) {
    return Map.of(
            "azp",
            "pages",
            "preferred_username",
            "wang.jing",
            "name",
            given + " " + family,
            "given_name",
            given,
            "family_name",
            family)
        ::get;
  }

  private static Function<String, String> named(Map<String, String> claims, String name) {
    return claim -> claim.equals("name") ? name : claims.get(claim);
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
