package disclosure.requests.ledger.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.TestDirectory;
import disclosure.requests.ledger.TestLedgers;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an organ's own words mean is kept, and used for its ledgers. */
@QuarkusTest
class OwnWordsIT {

  private static final String LEDGER =
      "登记编号,收到日期,收到方式,申请人类型,答复日期,处理结果\n号1,2024-01-05,飞鸽,公民,2024-01-20,给他看了\n";

  private final String organ = TestOrgans.fresh();

  @BeforeEach
  void organ() {
    TestDirectory.put(organ, "某县自然资源局", "DEPARTMENT", "");
  }

  @Test
  void a_word_that_was_explained_once_is_known_from_then_on() {
    check(organ).body("problems.column", contains("C", "F"));

    put("CHANNEL", "飞 鸽", "POST").statusCode(200);
    put("OUTCOME", "给他看了", "NOT_HELD").statusCode(200);
    put("OUTCOME", "给他看了", "DISCLOSED").statusCode(200);

    word("", "", "")
        .get("/ledger/words")
        .then()
        .body("items.meaning", contains("POST", "DISCLOSED"));
    check(organ).body("problems", empty());
    String id = TestLedgers.importOf(organ, LEDGER);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> TestLedgers.imported(id).getString("finishedAt") != null);
    assertThat(
            RegisterTables.texts(
                "SELECT channel || ' ' || outcome FROM requests.application WHERE organ_code = '"
                    + organ
                    + "'"))
        .containsExactly("POST DISCLOSED");
    ApplicationsIT.as(TestClient.ADMINISTRATOR)
        .get("/audit/entries?subject=" + organ)
        .then()
        .body("items.findAll { it.action == 'LEDGER_WORD_SET' }", hasSize(3));

    put("CHANNEL", "飞鸽", "").statusCode(200).body("items.meaning", contains("DISCLOSED"));
    check(organ).body("problems.column", contains("C"));
  }

  @Test
  void words_are_read_page_by_page() {
    for (String own : List.of("飞鸽", "飞船", "{飞}")) {
      put("CHANNEL", own, "POST").statusCode(200);
    }
    put("OUTCOME", "给他看了", "DISCLOSED").statusCode(200).body("items", hasSize(4));
    List<String> all = word("", "", "").get("/ledger/words").jsonPath().getList("items.word");
    List<String> read = new ArrayList<>();
    String page = "/ledger/words?limit=1&organ=" + organ;
    while (page != null) {
      JsonPath answer = ApplicationsIT.as(TestClient.RECORDER).get(page).jsonPath();
      assertThat(answer.getList("items")).hasSize(1);
      read.addAll(answer.getList("items.word"));
      page = answer.getString("next");
    }
    assertThat(read).hasSize(4).isEqualTo(all);
    ApplicationsIT.as(TestClient.RECORDER)
        .get("/ledger/words?after=x&organ=" + organ)
        .then()
        .statusCode(400)
        .body("errors.code", contains("not-from-next"));
  }

  @Test
  void an_organs_meaning_comes_before_the_usual_one_and_is_nobody_elses() {
    String other = TestOrgans.fresh();
    TestDirectory.put(other, "某县水务局", "DEPARTMENT", "");
    put("CHANNEL", "飞鸽", "POST").statusCode(200);
    put("OUTCOME", "给他看了", "DISCLOSED").statusCode(200);
    check(other).body("problems.column", contains("C", "F"));
    put("OUTCOME", "公开", "PARTIALLY_DISCLOSED").statusCode(200);
    assertThat(
            new OwnWords(
                    List.of(
                        new OwnWord(WordKind.OUTCOME, "公开", "PARTIALLY_DISCLOSED"),
                        new OwnWord(WordKind.OUTCOME, "新词", "OF_A_NEWER_RELEASE")))
                .find(WordKind.OUTCOME, disclosure.requests.contract.Outcome.class, "公 开"))
        .contains(disclosure.requests.contract.Outcome.PARTIALLY_DISCLOSED);
  }

  @Test
  void an_organ_that_has_as_many_words_as_it_may_still_changes_their_meanings() {
    RegisterTables.update(
        "INSERT INTO requests.ledger_word (organ_code, kind, folded, word, meaning) SELECT '"
            + organ
            + "', 'CHANNEL', '词' || n, '词' || n, 'POST' FROM generate_series(1, 500) n");
    put("CHANNEL", "词7", "ONLINE").statusCode(200);
    put("CHANNEL", "另一词", "POST").statusCode(422).body("errors.field", contains("word"));
  }

  @Test
  void what_can_not_be_a_word_or_its_meaning_is_refused() {
    put("CHANNEL", "飞鸽", "PIGEON").statusCode(400).body("errors.field", contains("meaning"));
    put("COLOUR", "飞鸽", "POST").statusCode(400).body("errors.field", contains("kind"));
    put("CHANNEL", "  ", "POST").statusCode(400).body("errors.field", contains("word"));
    put("CHANNEL", "字".repeat(101), "POST").statusCode(400);
    put("CHANNEL", "飞鸽", "PIGEON").body("errors[0].message", containsString("IN_PERSON"));
    ApplicationsIT.as(TestClient.OFFICE_RECORDER)
        .get("/ledger/words?organ=" + organ)
        .then()
        .statusCode(403);
  }

  private ValidatableResponse put(String kind, String word, String meaning) {
    return word(kind, word, meaning).put("/ledger/words").then();
  }

  private RequestSpecification word(String kind, String word, String meaning) {
    RequestSpecification request =
        ApplicationsIT.as(TestClient.RECORDER).queryParam("organ", organ);
    if (!kind.isEmpty()) {
      request.queryParam("kind", kind).queryParam("word", word);
    }
    return meaning.isEmpty() ? request : request.queryParam("meaning", meaning);
  }

  private static ValidatableResponse check(String organ) {
    return ApplicationsIT.as(TestClient.RECORDER)
        .contentType("text/csv")
        .body(LEDGER.getBytes(StandardCharsets.UTF_8))
        .post("/ledger/imports?dryRun=true&organ=" + organ)
        .then()
        .statusCode(200);
  }
}
