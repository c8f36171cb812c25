package disclosure.edge.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageGateTest {

  private static final String AUTHORITY = "office.example:8443";

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "", "SAME-ORIGIN"})
  void what_a_browser_says_of_another_site_counts_whatever_the_origin(String site) {
    assertThat(PageGate.isOfThePages(site, "https://office.example:8443", AUTHORITY)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  void our_own_pages_and_the_person_may(String site) {
    assertThat(PageGate.isOfThePages(site, null, AUTHORITY)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "https://evil.example",
        "https://office.example",
        "https://office.example:8443.evil.example",
        "not an origin"
      })
  void an_older_browser_says_its_origin(String origin) {
    assertThat(PageGate.isOfThePages(null, origin, AUTHORITY)).isFalse();
  }

  @Test
  void our_own_origin_may_and_so_may_who_is_no_browser() {
    assertThat(PageGate.isOfThePages(null, "https://office.example:8443", AUTHORITY)).isTrue();
    assertThat(PageGate.isOfThePages(null, null, AUTHORITY)).isTrue();
  }
}
