package disclosure.edge.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.edge.page.PageLanguage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordingTest {

  private static final LocalDate DAY = LocalDate.of(2024, 3, 4);
  private static final Instant MOMENT = Instant.parse("2024-03-04T01:05:06Z");

  @TempDir private Path folder;

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(before);
    Catalogue.load();
  }

  @Test
  void a_sentence_is_in_the_language_of_the_page() {
    assertThat(Wording.of("%s：%s", "年份", "100%")).isEqualTo("年份：100%");
    assertThat(english("%s：%s", "Year", "100%")).isEqualTo("Year: 100%");
    assertThat(Wording.of("共100%")).isEqualTo("共100%");
    assertThat(english("哪里都没有%s", "x")).isEqualTo("哪里都没有x");
    assertThat(Wording.language()).isEqualTo(Locale.CHINESE);
  }

  private static String english(String chinese, Object... parts) {
    return PageLanguage.in(Locale.ENGLISH, () -> Wording.of(chinese, parts));
  }

  @Test
  void a_language_is_of_what_is_made_and_of_nothing_beside_it() {
    String said =
        PageLanguage.in(
            Locale.ENGLISH,
            () ->
                PageLanguage.in(Locale.CHINESE, () -> Wording.of("；"))
                    + Wording.of("；")
                    + CompletableFuture.supplyAsync(() -> Wording.of("；")).join());

    assertThat(said).isEqualTo("；; ；");
    assertThatThrownBy(() -> PageLanguage.in(Locale.ENGLISH, WordingTest::failing))
        .isInstanceOf(IllegalStateException.class);
    assertThat(Wording.isEnglish()).isFalse();
  }

  private static String failing() {
    throw new IllegalStateException(Wording.of("；"));
  }

  @Test
  void days_are_written_as_the_page_is_and_in_letters_in_chinese() {
    assertThat(ChineseDates.of(DAY)).isEqualTo("2024年3月4日");
    assertThat(ChineseDates.of(MOMENT)).isEqualTo("2024年3月4日 09:05:06");
    PageLanguage.in(
        Locale.ENGLISH,
        () -> {
          assertThat(ChineseDates.of(DAY)).isEqualTo("4 March 2024");
          assertThat(ChineseDates.of(MOMENT)).isEqualTo("4 March 2024, 09:05:06");
          assertThat(ChineseDates.inChinese(DAY)).isEqualTo("2024年3月4日");
          return "";
        });
  }

  @Test
  void two_catalogues_may_have_the_same_but_not_say_otherwise_of_it() throws Exception {
    use("{\"其他\": \"Other\"}", "{\"其他\": \"Other\", \"共\": \"In all\"}");
    assertThat(Catalogue.load().english("共")).contains("In all");
    assertThat(english("其他")).isEqualTo("Other");

    use("{\"其他\": \"Other\"}", "{\"其他\": \"Others\"}");
    assertThatThrownBy(Catalogue::load)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("其他");
    assertThatThrownBy(
            () ->
                Catalogue.read(
                    new ByteArrayInputStream(
                        "{\"其他\": \"a\", \"其他\": \"a\"}".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(IOException.class);
  }

  private void use(String one, String other) throws IOException {
    URL[] roots = {root("one", one), root("other", other)};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(roots, null));
  }

  private URL root(String name, String catalogue) throws IOException {
    Path file = folder.resolve(name).resolve(Catalogue.FILE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, catalogue);
    return folder.resolve(name).toUri().toURL();
  }
}
