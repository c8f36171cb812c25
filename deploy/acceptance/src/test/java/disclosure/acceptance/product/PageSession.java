package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody in a browser before the front door of a running stack, by the keyboard if need be. */
final class PageSession {

  private static final int MOST_STEPS = 80;
  private static final int PHONE = 390;

  private final Launch stack;
  private final String name;
  private final List<String> complaints = new ArrayList<>();
  private final Page page;

  /**
   * @param name of the folder of its pictures
   */
  PageSession(Launch stack, WebBrowser browser, String name, int width, boolean script) {
    this(stack, browser, name, width, script, "zh-CN");
  }

  /**
   * The same in a browser that prefers a language.
   *
   * @param name of the folder of its pictures
   */
  PageSession(
      Launch stack, WebBrowser browser, String name, int width, boolean script, String language) {
    this.stack = stack;
    this.name = name;
    this.page =
        browser.open(
            new Browser.NewContextOptions()
                .setViewportSize(width, width == PHONE ? 844 : 768)
                .setLocale(language)
                .setJavaScriptEnabled(script));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("the server responded")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  Page page() {
    return page;
  }

  /** What the browser found wrong, but for answers that are no success. */
  List<String> complaints() {
    return complaints;
  }

  String front(String path) {
    return "http://localhost:" + stack.port(8080) + path;
  }

  String issuer() {
    return "http://localhost:" + stack.port(8084) + "/";
  }

  void signIn(String address, String person) {
    page.navigate(front(address));
    choose(page, person);
  }

  void choose(Page shown, String person) {
    shown.waitForURL(url -> url.startsWith(issuer()));
    shown.getByText(person).click();
    shown.waitForURL(url -> url.startsWith(front("/")));
  }

  /** Goes on by the tabulator until the element has the focus. */
  void tabTo(String selector) {
    go("Tab", selector);
  }

  /** The same backwards. */
  void back(String selector) {
    go("Shift+Tab", selector);
  }

  private void go(String key, String selector) {
    for (int i = 0; i < MOST_STEPS; i++) {
      page.keyboard().press(key);
      if ((Boolean)
          page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
        return;
      }
    }
    throw new AssertionError("the keyboard never comes to " + selector);
  }

  /** Goes to a field and writes in it, in place of what is there. */
  void type(String selector, String text) {
    tabTo(selector);
    page.keyboard().press("Control+A");
    page.keyboard().insertText(text);
  }

  /** Goes to a list and down in it until the value is chosen. */
  void pick(String selector, String value) {
    tabTo(selector);
    for (int i = 0; i < MOST_STEPS; i++) {
      if (value.equals(page.inputValue(selector))) {
        return;
      }
      page.keyboard().press("ArrowDown");
    }
    throw new AssertionError("the keyboard never comes to " + value);
  }

  /** Goes to a button or link and presses it. */
  void press(String selector) {
    tabTo(selector);
    page.keyboard().press("Enter");
  }

  void assertAccessible() {
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .extracting(violation -> violation.getId() + " " + violation.getNodes())
        .isEmpty();
    assertThat((Boolean) page.evaluate("() => document.body.scrollWidth <= window.innerWidth"))
        .as("nothing is wider than the window")
        .isTrue();
  }

  void shoot(String picture) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(shots().resolve(picture + ".png")));
  }

  Path shots() {
    return Checkout.scratch().resolve(name);
  }

  void close() {
    page.context().close();
  }
}
