package disclosure.statistics.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.SignedIn;
import disclosure.edge.testing.TestOrgans;
import disclosure.edge.testing.wording.EnglishPage;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.Outcome;
import disclosure.statistics.Register;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard in the language of whoever looks at it. */
@QuarkusTest
@TestProfile(SignedIn.Profile.class)
class EnglishPagesIT {

  private static final String GOVERNMENT = TestOrgans.coded("11141124012351100");
  private static final String BUREAU = TestOrgans.coded("11141124012351101");
  private static final List<String> NAMES = List.of("语言县人民政府", "语言县某局", "语言县");
  private static final String[] ENGLISH = {"Accept-Language", "en-GB,en;q=0.9,zh-CN;q=0.8"};
  private static final String YEAR = "?organ=" + GOVERNMENT + "&year=2024&scope=SUBTREE";
  private static final int BROWSERS = 8;
  private static final int PAGES = 25;
  private static boolean published;

  @TestHTTPResource URL service;

  private SignedIn browser;

  @BeforeEach
  void signIn() throws Exception {
    browser = SignedIn.as("administrator", service.getPort(), "/dashboard");
    if (!published) {
      publish();
      published = true;
    }
  }

  private void publish() {
    try (Register register = new Register()) {
      register.organ(GOVERNMENT, NAMES.get(0), Optional.empty(), OrganKind.GOVERNMENT);
      register.organ(BUREAU, NAMES.get(1), Optional.of(GOVERNMENT));
      register.application(
          Register.application(
              UUID.randomUUID(),
              1,
              BUREAU,
              ApplicantType.NATURAL_PERSON,
              "2023-05-01",
              Optional.of(Outcome.NOT_HELD),
              Optional.of("2023-05-20")));
      for (Outcome outcome : Outcome.values()) {
        register.application(
            Register.application(
                UUID.randomUUID(),
                1,
                BUREAU,
                ApplicantType.values()[outcome.ordinal() % ApplicantType.values().length],
                "2024-03-01",
                Optional.of(outcome),
                Optional.of("2024-03-20")));
      }
      register.application(
          Register.application(
              UUID.randomUUID(),
              1,
              BUREAU,
              ApplicantType.NATURAL_PERSON,
              "2024-12-20",
              Optional.empty(),
              Optional.empty()));
    }
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                browser
                    .get("/dashboard/applications" + YEAR + "&row=NEWLY_RECEIVED&column=TOTAL")
                    .body()
                    .contains("<b id=\"count\">22</b>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/dashboard?find=%E8%AF%AD%E8%A8%80%E5%8E%BF",
        "/dashboard?find=nothing-is-called-so",
        "/dashboard{}",
        "/dashboard{}&from=2024-01-01&to=2024-06-30",
        "/dashboard?organ={organ}&from=2024-01-01&to=2024-06-30&scope=LEVEL",
        "/dashboard?organ={organ}&year=1999",
        "/dashboard?organ={organ}&year=99",
        "/dashboard?organ=123&year=2024",
        "/dashboard/overview{}",
        "/dashboard/overview?organ={organ}&year=1999",
        "/dashboard/overview?organ={organ}&from=2010-01-01&to=2024-01-01",
        "/dashboard/screen{}",
        "/dashboard/ranking{}",
        "/dashboard/applications{}&row=NEWLY_RECEIVED&column=TOTAL",
        "/dashboard/applications{}&row=STATE_SECRET&column=NATURAL_PERSON",
        "/dashboard/applications{}&row=CARRIED_IN&column=TOTAL",
        "/dashboard/applications{}&row=NOTHING",
        "/dashboard/table.csv{}",
        "/dashboard/overview/timeliness.csv{}",
        "/dashboard/ranking.csv{}",
        "/dashboard/nothing"
      })
  void each_page_is_in_english_for_who_prefers_it(String address) throws Exception {
    String asked = address.replace("{}", YEAR).replace("{organ}", GOVERNMENT);

    HttpResponse<String> page = browser.get(asked, ENGLISH);

    assertThat(EnglishPage.chinese(page.body(), NAMES)).isEmpty();
    assertThat(page.body()).isNotEmpty();
    if (page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
      assertThat(page.body()).contains("<html lang=\"en\"");
      assertThat(page.headers().firstValue("Content-Language")).contains("en");
      assertThat(page.headers().allValues("Vary").toString())
          .contains("Accept-Language")
          .contains("Cookie");
    }
    assertThat(browser.get(asked).body()).containsPattern("\\p{IsHan}");
    assertThat(browser.get(asked, "Accept-Language", "zh,en;q=0.9").body())
        .containsPattern("\\p{IsHan}");
  }

  @Test
  void what_is_said_is_said_in_english() throws Exception {
    assertThat(browser.get("/dashboard" + YEAR, ENGLISH).body())
        .contains(
            "Applications received and handled: 语言县人民政府, 2024. The region (with all organs"
                + " below)<",
            "4. Carried out into the next year",
            "(4) Cannot be provided",
            "1. Not held by this organ",
            "<title>语言县人民政府 2024 - Disclosure statistics</title>");
    assertThat(browser.get("/dashboard/overview" + YEAR, ENGLISH).body())
        .contains("22 received, 21 concluded; most were received in Mar (21).", ">Mar</text>");
    assertThat(browser.get("/dashboard?organ=" + GOVERNMENT + "&year=99", ENGLISH).body())
        .contains("Please correct the following", "Year: ");
  }

  @Test
  void what_a_person_chooses_holds_against_what_the_browser_prefers() throws Exception {
    String address = "/dashboard" + YEAR;
    String page = browser.get(address).body();
    String link = "/dashboard/language?to=en&amp;back=" + encoded(address);
    assertThat(page).contains("href=\"" + link + "\" hreflang=\"en\" lang=\"en\"");

    HttpResponse<String> chosen = browser.get(link.replace("&amp;", "&"));
    assertThat(chosen.uri().toString()).endsWith(address);
    assertThat(chosen.body()).contains("<html lang=\"en\"", "to=zh", ">中文</a>");
    assertThat(browser.get(address, "Accept-Language", "zh").body()).contains("lang=\"en\"");

    browser.get("/dashboard/language?to=zh&back=" + encoded(address));
    assertThat(browser.get(address, ENGLISH).body()).contains("<html lang=\"zh-CN\"");
  }

  private static String encoded(String address) {
    return URLEncoder.encode(address, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/",
        "https://evil.example/",
        "/\\evil.example",
        "/dashboard\r\nX-Evil: 1",
        "/register",
        "/dashboards",
        "/dashboard/../register",
        "/dashboard/%2E%2e/register",
        ""
      })
  void the_choice_leads_to_a_page_of_the_service_alone(String back) throws Exception {
    HttpResponse<String> page = browser.get("/dashboard/language?to=en&back=" + encoded(back));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo("/dashboard");
    assertThat(page.headers().firstValue("X-Evil")).isEmpty();
  }

  @Test
  void no_other_site_chooses_and_nothing_else_is_chosen() throws Exception {
    browser.get("/dashboard/language?to=en&back=/dashboard", "Sec-Fetch-Site", "cross-site");
    browser.get("/dashboard/language?to=fr&back=/dashboard");
    browser.get("/dashboard/language");

    assertThat(browser.get("/dashboard" + YEAR).body()).contains("<html lang=\"zh-CN\"");
  }

  @Test
  void no_link_bears_what_the_issuer_tells_once() throws Exception {
    String callback = "/dashboard/callback?code=told-once&state=told-once";
    for (SignedIn one : List.of(browser, SignedIn.stranger(service.getPort()))) {
      assertThat(one.get(callback, ENGLISH).body()).doesNotContain("told-once");
    }
  }

  @Test
  void what_is_refused_before_anybody_is_known_is_so_too() throws Exception {
    SignedIn stranger = SignedIn.stranger(service.getPort());

    HttpResponse<String> expired = stranger.post("/dashboard", Map.of("a", "王"), ENGLISH);
    assertThat(expired.statusCode()).isEqualTo(401);
    assertThat(EnglishPage.chinese(expired.body(), List.of("王"))).isEmpty();
    assertThat(expired.body())
        .contains("<html lang=\"en\"", "Your session has ended")
        .as("what was filled in would be lost")
        .doesNotContain("/language?");

    HttpResponse<String> foreign =
        stranger.post("/dashboard", Map.of(), "Sec-Fetch-Site", "cross-site", ENGLISH[0], "en");
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(EnglishPage.chinese(foreign.body(), List.of())).isEmpty();

    HttpResponse<String> tooLong = stranger.get("/dashboard?find=" + "a".repeat(8_000), ENGLISH);
    assertThat(tooLong.statusCode()).isEqualTo(414);
    assertThat(tooLong.body()).contains("<html lang=\"en\"");
    assertThat(EnglishPage.chinese(tooLong.body(), List.of())).isEmpty();
    assertThat(tooLong.headers().firstValue("Content-Language")).contains("en");
  }

  @Test
  void browsers_of_different_languages_at_once_are_each_answered_in_its_own() throws Exception {
    List<String> views =
        List.of("/dashboard", "/dashboard/overview", "/dashboard/ranking", "/dashboard/nothing");
    ExecutorService browsers = Executors.newFixedThreadPool(BROWSERS);
    try {
      List<Future<List<String>>> mixed = new ArrayList<>();
      for (int i = 0; i < BROWSERS; i++) {
        boolean english = i % 2 == 0;
        SignedIn one = SignedIn.as("administrator", service.getPort(), "/dashboard");
        mixed.add(browsers.submit(() -> wrong(one, english, views)));
      }
      for (Future<List<String>> found : mixed) {
        assertThat(found.get()).isEmpty();
      }
    } finally {
      browsers.shutdownNow();
    }
  }

  /** Lines of the other language in what a browser is shown. */
  private static List<String> wrong(SignedIn one, boolean english, List<String> views)
      throws Exception {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < PAGES; i++) {
      String view = views.get(i % views.size()) + YEAR;
      String page = one.get(view, "Accept-Language", english ? "en" : "zh-CN").body();
      if (english) {
        wrong.addAll(EnglishPage.chinese(page, NAMES));
      } else if (!page.contains("lang=\"zh-CN\"") || page.contains("Skip to the content")) {
        wrong.add(view);
      }
    }
    return wrong;
  }
}
