package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The pages of the running sample in a real browser: one for the class, and before each test
 * somebody who hasn't signed in.
 */
@ExtendWith(SampleStack.Shared.class)
@Execution(ExecutionMode.SAME_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SamplePages {

  /** The usual screen. */
  static final int WIDTH = 1366;

  /** What most browsers prefer here. */
  static final String CHINESE = "zh-CN";

  private final String shots;
  private WebBrowser browser;

  Launch stack;
  PageSession session;
  Page page;

  /**
   * With a browser of its own.
   *
   * @param shots the folder for what is shot of the pages
   */
  SamplePages(String shots) {
    this.shots = shots;
  }

  @BeforeAll
  void startBrowser() {
    browser = WebBrowser.start();
  }

  @AfterAll
  void stopBrowser() {
    browser.close();
  }

  @BeforeEach
  void open(SampleStack sample) {
    stack = sample.launch();
    prepare();
    use(WIDTH, true);
  }

  @AfterEach
  void close() {
    session.close();
  }

  /** What the tests need on the stack, before there is a page. */
  void prepare() {}

  /** Opens another page, for somebody new; the one before is closed by whoever opens it. */
  final void use(int width, boolean script) {
    use(width, script, CHINESE);
  }

  /** The same in a browser that prefers a language. */
  final void use(int width, boolean script, String language) {
    session = new PageSession(stack, browser, shots, width, script, language);
    page = session.page();
  }

  /** Looks at a view: whether it is accessible, in the language, and as wide as the window. */
  final void look(String address, String name, int width, String language) {
    page.navigate(session.front(address));
    look(name, width, language);
  }

  /** The same of the page that is open. */
  final void look(String name, int width, String language) {
    assertThat(page.getAttribute("html", "lang"))
        .as(name)
        .isEqualTo(language.equals(CHINESE) ? CHINESE : "en");
    session.assertAccessible();
    session.shoot(name + "-" + width + (language.equals(CHINESE) ? "" : "-" + language));
  }
}
