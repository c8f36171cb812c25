package disclosure.report.release;

import static disclosure.report.TestDrafts.put;
import static disclosure.report.TestReleases.sound;
import static disclosure.report.TestReleases.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.edge.Refusal;
import disclosure.edge.testing.TestClient;
import disclosure.report.ReportOrgans;
import disclosure.report.StoredDrafts;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.draft.Drafts;
import disclosure.report.publication.LifeSteps;
import disclosure.requests.contract.OrganCode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FourEyesIT {

  @Inject Drafts drafts;
  @Inject LifeSteps steps;

  @Test
  void who_wrote_or_submitted_a_report_does_not_publish_it_where_four_eyes_are_demanded() {
    String organ = ReportOrgans.department(71);
    put(TestClient.EDITOR, organ, 2023, sound("临县某局", 2023)).statusCode(201);
    submit(organ + "/2023", 1).statusCode(200);
    ReportId id = new ReportId(new OrganCode(organ), 2023, ReportScope.OWN);
    FourEyes demanded = new FourEyes(() -> true, drafts, steps);
    assertThatThrownBy(() -> demanded.require(id, steps.life(id), "editor"))
        .isInstanceOf(Refusal.class)
        .hasMessage("four-eyes");
    assertThatCode(() -> demanded.require(id, steps.life(id), "publisher"))
        .doesNotThrowAnyException();
    FourEyes free = new FourEyes(() -> false, drafts, steps);
    assertThatCode(() -> free.require(id, steps.life(id), "editor")).doesNotThrowAnyException();
  }

  @Test
  void who_wrote_any_version_since_the_last_publication_had_it_in_hand() throws SQLException {
    String organ = ReportOrgans.department(95);
    ReportId id = new ReportId(new OrganCode(organ), 2023, ReportScope.OWN);
    put(TestClient.EDITOR, organ, 2023, sound("临县某局", 2023)).statusCode(201);
    version(organ, 2, "li");
    step(organ, 1, "SUBMITTED", 2, "zhao");
    assertThat(kept(id, "editor", "li", "zhao", "chen")).containsExactly("editor", "li", "zhao");

    step(organ, 2, "PUBLISHED", 2, "chen");
    version(organ, 3, "wang");
    step(organ, 3, "SUBMITTED", 3, "wang");
    assertThat(kept(id, "editor", "li", "zhao", "wang")).containsExactly("wang");
  }

  @Test
  void a_correction_of_the_published_version_wants_other_eyes_too() throws SQLException {
    String organ = ReportOrgans.department(94);
    ReportId id = new ReportId(new OrganCode(organ), 2023, ReportScope.OWN);
    put(TestClient.EDITOR, organ, 2023, sound("临县某局", 2023)).statusCode(201);
    step(organ, 1, "SUBMITTED", 1, "zhao");
    step(organ, 2, "PUBLISHED", 1, "chen");
    step(organ, 3, "SUBMITTED", 1, "sun");
    assertThat(kept(id, "editor", "zhao", "sun", "chen")).containsExactly("editor", "sun");
  }

  /** Who of them may not publish. */
  private List<String> kept(ReportId id, String... publishers) {
    FourEyes demanded = new FourEyes(() -> true, drafts, steps);
    List<String> kept = new ArrayList<>();
    for (String publisher : publishers) {
      try {
        demanded.require(id, steps.life(id), publisher);
      } catch (Refusal refusal) {
        kept.add(publisher);
      }
    }
    return kept;
  }

  private static void version(String organ, int version, String person) throws SQLException {
    StoredDrafts.execute(
        "INSERT INTO report.draft_revision SELECT (jsonb_populate_record(first, '{\"version\":"
            + version
            + ",\"person\":\""
            + person
            + "\"}')).* FROM report.draft_revision first WHERE version = 1 AND organ_code = '"
            + organ
            + "'");
  }

  private static void step(String organ, int number, String kind, int version, String person)
      throws SQLException {
    StoredDrafts.execute(
        "INSERT INTO report.life_step (organ_code, report_year, scope, number, kind,"
            + " draft_version, recorded_by, person, recorded_at) VALUES ('"
            + organ
            + "', 2023, 'OWN', "
            + number
            + ", '"
            + kind
            + "', "
            + version
            + ", 'portal', '"
            + person
            + "', now())");
  }
}
