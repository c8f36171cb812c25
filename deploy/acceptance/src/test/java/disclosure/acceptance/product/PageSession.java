package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Somebody in a browser before the front door of a running stack. */
final class PageSession {

  private static final int PHONE = 390;

  private final Launch stack;
  private final String name;
  private final Page page;

  /**
   * @param name of the folder of its pictures
   */
  PageSession(Launch stack, WebBrowser browser, String name, int width, boolean script) {
    this.stack = stack;
    this.name = name;
    this.page =
        browser.open(
            new Browser.NewContextOptions()
                .setViewportSize(width, width == PHONE ? 844 : 768)
                .setLocale("zh-CN")
                .setJavaScriptEnabled(script));
  }

  Page page() {
    return page;
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
