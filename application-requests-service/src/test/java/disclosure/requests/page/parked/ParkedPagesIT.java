package disclosure.requests.page.parked;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.SignedIn;
import disclosure.requests.RegisterTables;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was given up, on its page, without a browser. */
@QuarkusTest
@TestProfile(SignedIn.Profile.class)
class ParkedPagesIT {

  private static final String PARKED = "/register/parked";
  private static final Pattern NEXT = Pattern.compile("<a href=\"([^\"]*after=[0-9]+)\">下一页");
  private static final String TOPIC = "disclosure.disputes";

  @TestHTTPResource URL service;

  /** Of no kind that this release works on: nobody takes it away meanwhile. */
  private final UUID job = UUID.randomUUID();

  private final String key = UUID.randomUUID().toString();
  private SignedIn administrator;

  @BeforeEach
  void signIn() throws Exception {
    administrator = as("administrator");
  }

  @AfterEach
  void forget() {
    RegisterTables.update(
        "DELETE FROM requests.job_piece WHERE job_id = '%1$s'; DELETE FROM requests.job WHERE id = '%1$s'; DELETE FROM requests.outbox_parked WHERE key = '%2$s'"
            .formatted(job, key));
  }

  @Test
  void a_piece_is_listed_with_its_cause_and_tried_again_once() throws Exception {
    String piece = park("<b>27");
    String listed = administrator.get(PARKED).body();
    assertThat(listed)
        .contains(
            "某种工作", "&lt;b&gt;27", "SQLException 22P02 at Rows:1", PARKED + "/pieces/" + piece)
        .contains("aria-current=\"page\">搁置的工作")
        .doesNotContain("<b>27");
    HttpResponse<String> retried = administrator.post(PARKED + "/pieces/" + piece, Map.of());
    assertThat(retried.uri().getQuery()).isEqualTo("told=retried");
    assertThat(retried.body()).contains("正在重试。").doesNotContain("/pieces/" + piece + "\"");
    assertThat(
            RegisterTables.texts(
                "SELECT person FROM requests.audit_entry WHERE action = 'JOB_RETRIED'"
                    + " AND subject_id = '"
                    + piece
                    + "'"))
        .containsExactly("administrator");
    HttpResponse<String> again = as("deputy").post(PARKED + "/pieces/" + piece, Map.of());
    assertThat(again.uri().getQuery()).isEqualTo("told=gone");
    assertThat(again.body()).contains("已经由他人重试");
  }

  @Test
  void a_key_is_listed_and_released() throws Exception {
    RegisterTables.update(
        "INSERT INTO requests.outbox_parked VALUES ('%s', '%s', 1, 'RecordTooLargeException', now())"
            .formatted(TOPIC, key));
    assertThat(administrator.get(PARKED).body())
        .contains("复议、诉讼案件", key, "RecordTooLargeException");
    Map<String, String> form = Map.of("topic", TOPIC, "key", key);
    assertThat(administrator.post(PARKED + "/keys", form).body())
        .contains("正在重试。")
        .doesNotContain(key);
    assertThat(
            RegisterTables.texts(
                "SELECT person || ' ' || subject_kind || ' ' || version FROM requests.audit_entry"
                    + " WHERE action = 'PARKED_KEY_RELEASED' AND subject_id = '"
                    + key
                    + "'"))
        .containsExactly("administrator PARKED_KEY 1");
    assertThat(administrator.post(PARKED + "/keys", form).body()).contains("已经由他人重试");
    assertThat(
            administrator.post(PARKED + "/keys", Map.of("topic", TOPIC, "key", "\0")).statusCode())
        .isEqualTo(400);
    assertThat(administrator.post(PARKED + "/keys", Map.of("topic", "x")).body())
        .contains("已经由他人重试");
  }

  @Test
  void what_is_more_than_a_page_follows() throws Exception {
    for (int i = 0; i < 51; i++) {
      park("行" + i);
    }
    // Those of other tests come before, and how many they are isn't known.
    List<String> pages = new ArrayList<>();
    String address = PARKED;
    while (!address.isEmpty()) {
      String page = administrator.get(address).body();
      pages.add(page);
      Matcher next = NEXT.matcher(page);
      address = next.find() ? next.group(1) : "";
    }
    assertThat(pages).hasSizeGreaterThan(1);
    for (int i = 0; i < 51; i++) {
      Pattern row = Pattern.compile("行" + i + "(?![0-9])");
      assertThat(pages.stream().filter(page -> row.matcher(page).find()).count()).isEqualTo(1);
    }
    assertThat(administrator.get(PARKED + "?after=x").statusCode()).isEqualTo(400);
  }

  @Test
  void rights_are_those_of_the_api() throws Exception {
    String piece = park("1");
    for (String person : new String[] {"clerk", "county-administrator"}) {
      SignedIn other = as(person);
      assertThat(other.get(PARKED).statusCode()).isEqualTo(403);
      assertThat(other.post(PARKED + "/pieces/" + piece, Map.of()).statusCode()).isEqualTo(403);
      assertThat(other.post(PARKED + "/keys", Map.of("topic", TOPIC, "key", key)).statusCode())
          .isEqualTo(403);
    }
    assertThat(as("county-administrator").get("/register/organs").body())
        .contains("审计记录")
        .doesNotContain(PARKED);
    assertThat(administrator.get("/register/organs").body()).contains(PARKED);
    assertThat(administrator.get(PARKED).body()).contains("/pieces/" + piece);
  }

  private String park(String part) {
    RegisterTables.update(
        """
        INSERT INTO requests.job (id, kind) VALUES ('%1$s', '某种工作') ON CONFLICT DO NOTHING;
        INSERT INTO requests.job_piece (job_id, key, cause, attempts, parked_at)
        VALUES ('%1$s', '%2$s', 'SQLException 22P02 at Rows:1', 5, now())
        """
            .formatted(job, part));
    return RegisterTables.texts(
            "SELECT id FROM requests.job_piece WHERE job_id = '"
                + job
                + "' AND key = '"
                + part
                + "'")
        .get(0);
  }

  private SignedIn as(String person) throws Exception {
    return SignedIn.as(person, service.getPort(), "/register");
  }
}
