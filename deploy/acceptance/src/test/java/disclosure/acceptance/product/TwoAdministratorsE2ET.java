package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import disclosure.acceptance.product.Instances.Instance;
import disclosure.local.server.FreePort;
import disclosure.local.server.LocalClient;
import disclosure.local.server.LocalIssuer;
import disclosure.local.server.LocalPerson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two administrators at two instances change the same, and neither overwrites the other unseen. */
@Tag("soak")
class TwoAdministratorsE2ET {

  private static final String CLIENT = "pages";
  private static final String SECRET = "secret-of-the-pages";
  private static final String ORGAN = "11141124012345698T";
  private static final String PLACE = "/register/calendar/2026/divisions/141124";

  private static Path data;
  private static Instances instances;
  private static LocalIssuer issuer;
  private static WebBrowser browser;
  private static Instance one;
  private static Instance other;

  @BeforeAll
  static void start() throws Exception {
    data = Checkout.folder("two-administrators");
    instances = Instances.start(data);
    issuer =
        LocalIssuer.start(
            FreePort.any(),
            List.of(new LocalClient(CLIENT, SECRET, List.of(), List.of(), Optional.empty())),
            LocalIssuer.newKey(),
            new LocalIssuer.Pages(CLIENT, "http:", List.of(person("甲"), person("乙"))));
    Map<String, String> pages =
        Map.of(
            "OIDC_ISSUER_URL",
            issuer.url(),
            "PAGES_CLIENT_ID",
            CLIENT,
            "PAGES_CLIENT_SECRET",
            SECRET,
            "PAGES_SESSION_SECRET",
            "s".repeat(32));
    one = instances.addRegister("one", Checkout.ROOT, pages);
    other = instances.addRegister("other", Checkout.ROOT, pages);
    one.up();
    other.up();
    browser = WebBrowser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
    issuer.close();
    instances.close();
    Checkout.delete(data);
  }

  @Test
  void the_second_is_shown_what_the_first_did_wherever_they_are() {
    Page first = signIn(one, "甲");
    first.navigate(one.url() + "/register/organs/new");
    first.fill("#organCode", ORGAN);
    first.fill("#name", "某县人民政府");
    first.selectOption("#kind", "GOVERNMENT");
    send(first);
    first.waitForURL("**?done=true");

    Page second = signIn(other, "乙");
    open(first, one, "/register/organs/" + ORGAN + "?change=CORRECT");
    open(second, other, "/register/organs/" + ORGAN + "?change=CORRECT");
    first.fill("#name", "先改的");
    send(first);
    first.waitForURL("**?done=true");
    second.fill("#name", "后改的");
    send(second);
    second.getByText("这个机关刚刚被他人更改").waitFor();
    assertThat(second.locator(".summary").textContent()).contains("名称：先改的");
    assertThat(second.inputValue("#name")).isEqualTo("后改的");
    send(second);
    second.waitForURL("**?done=true");
    open(first, one, "/register/organs/" + ORGAN);
    assertThat(first.locator("h1").textContent()).isEqualTo("后改的");

    // Nobody has announced anything yet, which both have seen.
    open(first, one, PLACE + "?change=true");
    open(second, other, PLACE + "?change=true");
    announce(first, "甲的通知");
    first.waitForURL("**?done=true");
    announce(second, "乙的通知");
    second.getByText("刚刚被他人更改").waitFor();
    assertThat(second.locator("main").textContent()).contains("甲的通知");
    send(second);
    second.waitForURL("**?done=true");
    // The first instance tells of it at once, whatever it noticed of the calendar so far.
    open(first, one, PLACE);
    assertThat(first.locator("dl.pairs").textContent()).contains("乙的通知", "2026-2");
  }

  private static void announce(Page page, String notice) {
    page.fill("#notice", notice);
    page.fill("#days", "3月31日 放假 地方节日");
    send(page);
  }

  private static void open(Page page, Instance instance, String address) {
    page.navigate(instance.url() + address);
  }

  private static void send(Page page) {
    page.locator("form.sheet button").click();
  }

  private static Page signIn(Instance instance, String person) {
    Page page = browser.open(new Browser.NewContextOptions().setLocale("zh-CN"));
    page.navigate(instance.url() + "/register/organs");
    page.getByText(person, new Page.GetByTextOptions().setExact(true)).click();
    page.waitForURL("**/register/organs");
    return page;
  }

  private static LocalPerson person(String name) {
    return new LocalPerson(name, name, name + "的职务", List.of("administrator"), List.of("*"));
  }
}
