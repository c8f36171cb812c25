package disclosure.report.release;

import static disclosure.report.TestDrafts.put;
import static disclosure.report.TestReleases.sound;
import static disclosure.report.TestReleases.submit;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.edge.Refusal;
import disclosure.edge.testing.TestClient;
import disclosure.report.ReportOrgans;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.draft.Drafts;
import disclosure.report.publication.LifeSteps;
import disclosure.requests.contract.OrganCode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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
        .isInstanceOf(Refusal.class);
    assertThatCode(() -> demanded.require(id, steps.life(id), "publisher"))
        .doesNotThrowAnyException();
    FourEyes free = new FourEyes(() -> false, drafts, steps);
    assertThatCode(() -> free.require(id, steps.life(id), "editor")).doesNotThrowAnyException();
  }
}
