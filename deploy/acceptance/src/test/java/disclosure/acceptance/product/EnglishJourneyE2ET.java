package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody whose browser prefers English, from the front door to the figures and back. */
@ExtendWith(SampleStack.Shared.class)
@Execution(ExecutionMode.SAME_THREAD)
class EnglishJourneyE2ET {

  private static final String OFFICE = "111411240123456713";
  private static final String LINXIAN = "?organ=" + OFFICE + "&year=2024";

  /** Texts with Chinese in them that nothing marks as such. */
  private static final String CHINESE =
      """
      () => {
        const texts = [];
        const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const marked = node.parentElement.closest('[lang]').lang;
          if (marked === 'en' && /\\p{Script=Han}/u.test(node.textContent)
              && node.parentElement.localName !== 'script') {
            texts.push(node.textContent.trim());
          }
        }
        return texts;
      }
      """;

  private static WebBrowser browser;

  private PageSession session;
  private Page page;

  @BeforeAll
  static void start() {
    browser = WebBrowser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @AfterEach
  void close() {
    session.close();
  }

  private void open(SampleStack sample, int width) {
    session = new PageSession(sample.launch(), browser, "english", width, true, "en-GB");
    page = session.page();
  }

  @ParameterizedTest
  @ValueSource(ints = {1366, 390})
  void every_view_of_the_dashboard_is_in_english(int width, SampleStack sample) {
    open(sample, width);
    page.navigate(session.front("/"));
    assertThat(page.title()).isEqualTo("Disclosure of government information");
    page.getByText("Statistics").click();
    session.choose(page, "李忠");

    for (String view : List.of("", "/overview", "/ranking", "/screen")) {
      page.navigate(session.front("/dashboard" + view + LINXIAN));
      session.assertAccessible();
      look(view.isEmpty() ? "table" : view.substring(1), width);
    }
    page.navigate(
        session.front("/dashboard/applications" + LINXIAN + "&row=NOT_HELD&column=TOTAL"));
    session.assertAccessible();
    look("applications", width);
    page.navigate(session.front("/dashboard?organ=" + OFFICE + "&year=20244"));
    session.assertAccessible();
    look("wrong", width);
    assertThat(session.complaints()).isEmpty();
  }

  private void look(String picture, int width) {
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    List<?> chinese = (List<?>) page.evaluate(CHINESE);
    assertThat(chinese)
        .allSatisfy(
            text ->
                assertThat(
                        text.toString().replace("临县人民政府办公室", "").replaceAll("李忠（li\\.zhong）", ""))
                    .doesNotContainPattern("\\p{IsHan}"));
    session.shoot(picture + "-" + width);
  }

  @Test
  void the_figures_are_live_in_english_and_the_choice_holds_at_every_door(SampleStack sample) {
    open(sample, 1366);
    session.signIn("/dashboard" + LINXIAN, "李忠");
    page.getByText("Live", new Page.GetByTextOptions().setExact(true)).waitFor();
    assertThat(page.locator("caption").textContent())
        .isEqualTo("Applications received and handled: 临县人民政府办公室, 2024. This organ alone");

    page.getByText("中文").click();
    page.locator("html[lang='zh-CN']").waitFor();
    assertThat(page.url()).isEqualTo(session.front("/dashboard" + LINXIAN));
    page.getByText("实时更新中").waitFor();
    page.navigate(session.front("/"));
    assertThat(page.title()).isEqualTo("政府信息公开");
    for (String door : List.of("/register", "/published")) {
      page.navigate(session.front(door));
      Locator html = page.locator("html");
      assertThat(html.getAttribute("lang")).isEqualTo("zh-CN");
      page.getByText("English").click();
      page.locator("html[lang='en']").waitFor();
      assertThat(page.url()).isEqualTo(session.front(door));
      page.getByText("中文").click();
      page.locator("html[lang='zh-CN']").waitFor();
    }
  }
}
