package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Somebody in a real browser before what {@code deploy/compose/check --keep} left running. Bears no
 * name that a run of all tests looks for, since that needs a container engine.
 */
class ComposeSignIn {

  private static final String PAGES = "https://localhost/";
  private static final String KEYCLOAK = PAGES + "realms/disclosure/";
  private static final int WIDTH = 1366;
  private static final int HEIGHT = 768;

  private final Path shots = Checkout.scratch().resolve("compose");

  @Test
  void somebody_signs_in_at_keycloak_sees_pages_of_two_services_and_signs_out() throws IOException {
    try (WebBrowser browser = WebBrowser.start()) {
      Page page =
          browser.open(
              new Browser.NewContextOptions()
                  .setViewportSize(WIDTH, HEIGHT)
                  .setLocale("zh-CN")
                  // Nobody vouches for the certificate that check makes.
                  .setIgnoreHTTPSErrors(true));
      page.navigate(PAGES);
      page.getByText("登记与办理").click();
      signIn(page);

      page.waitForURL(PAGES + "register");
      assertThat(page.content()).contains("wang.jing");
      look(page, "register");
      page.navigate(PAGES + "dashboard");
      assertThat(page.url()).startsWith(PAGES + "dashboard");
      assertThat(page.content()).contains("wang.jing");
      look(page, "dashboard");

      page.getByText("退出登录").click();
      page.waitForURL(url -> url.equals(PAGES) || url.startsWith(PAGES + "?"));
      look(page, "signed-out");
      page.navigate(PAGES + "register");
      assertThat(page.url()).startsWith(KEYCLOAK);
      page.context().close();
    }
  }

  private void signIn(Page page) throws IOException {
    page.waitForURL(url -> url.startsWith(KEYCLOAK));
    page.screenshot(new Page.ScreenshotOptions().setPath(shots.resolve("keycloak.png")));
    page.fill("#username", "wang.jing");
    page.fill("#password", password());
    page.click("#kc-login");
  }

  private void look(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(shots.resolve(name + ".png")));
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .extracting(violation -> violation.getId() + " " + violation.getNodes())
        .isEmpty();
  }

  /** As check left it in its folder. */
  private static String password() throws IOException {
    Path folder =
        Optional.ofNullable(System.getenv("COMPOSE_CHECK"))
            .map(Path::of)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "COMPOSE_CHECK has to name the folder that check --keep told of"));
    return Files.readString(folder.resolve("password")).strip();
  }
}
