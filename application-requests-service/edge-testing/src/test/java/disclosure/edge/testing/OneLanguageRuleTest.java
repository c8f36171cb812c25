package disclosure.edge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.Language;
import disclosure.local.server.BrowserLanguage;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The local stack's own pages, which don't stand on the edge, go by its rule. */
class OneLanguageRuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "*",
        "en",
        "EN-gb",
        "zh",
        "zh-TW, en;q=0.5",
        "fr",
        "fr, en;q=0.1",
        "en;q=0",
        "zh;q=0.5, en;q=0.8",
        "en;q=0.5, zh;q=0.8",
        "de-CH, *;q=0.2",
        "xx;;",
        "q=1",
        "en, ,"
      })
  void a_browsers_wish_is_read_alike(String acceptLanguage) {
    Optional<String> wish = Optional.of(acceptLanguage);
    assertThat(BrowserLanguage.isEnglish(Optional.empty(), wish))
        .isEqualTo(Language.of(wish).equals(Locale.ENGLISH));
  }
}
