package disclosure.acceptance.product;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine, without a window. */
final class WebBrowser implements AutoCloseable {

  private static final double TIMEOUT_MILLIS = 10_000;

  private final Playwright playwright;
  private final Browser browser;

  private WebBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /**
   * Starts it.
   *
   * @throws IllegalStateException when there is none, saying how to get one
   */
  static WebBrowser start() {
    Path chromium = find();
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    try {
      return new WebBrowser(
          playwright,
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(chromium)
                      .setArgs(
                          List.of(
                              "--no-sandbox",
                              "--disable-gpu",
                              "--no-first-run",
                              "--disable-background-networking",
                              "--disable-component-update",
                              "--disable-sync"))));
    } catch (RuntimeException failure) {
      playwright.close();
      throw failure;
    }
  }

  /** An empty page of the address, in a session of its own. */
  Page open(String address) {
    Page page = browser.newContext().newPage();
    page.setDefaultTimeout(TIMEOUT_MILLIS);
    page.navigate(address);
    return page;
  }

  /** An empty page in a session of its own, with settings of its own. */
  Page open(Browser.NewContextOptions options) {
    Page page = browser.newContext(options).newPage();
    page.setDefaultTimeout(TIMEOUT_MILLIS);
    return page;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Path find() {
    return Optional.ofNullable(System.getenv("CHROMIUM"))
        .map(Stream::of)
        .orElseGet(WebBrowser::onPath)
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "This test needs a Chromium: install one (Debian: apt-get install chromium),"
                        + " or say in the variable CHROMIUM where one is."));
  }

  private static Stream<String> onPath() {
    return Stream.of(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> folder + File.separator + name));
  }
}
