package disclosure.report.publication;

import static disclosure.report.TestDrafts.put;
import static disclosure.report.TestReleases.publish;
import static disclosure.report.TestReleases.sound;
import static disclosure.report.TestReleases.submit;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.edge.Refusal;
import disclosure.edge.testing.TestClient;
import disclosure.report.ReportOrgans;
import disclosure.report.StoredDrafts;
import disclosure.report.content.ReportId;
import disclosure.requests.contract.OrganCode;
import disclosure.storage.job.JobTransactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The applications of an organ are in one published report on a year at most. */
@QuarkusTest
class CountedOrgansIT {

  private static final String ORGAN = ReportOrgans.department(42);
  private static final String OTHER = ReportOrgans.department(43);

  @Inject Publications publications;
  @Inject JobTransactions transactions;

  @Test
  void what_another_report_came_to_count_after_the_checks_is_not_published_again()
      throws Exception {
    put(TestClient.EDITOR, ORGAN, 2023, sound("临县某局", 2023)).statusCode(201);
    submit(ORGAN + "/2023", 1).statusCode(200);
    publish(ORGAN + "/2023", 1).statusCode(201);
    FrozenReport published =
        publications.newest(ReportId.own(new OrganCode(ORGAN), 2023)).orElseThrow().report();
    StoredDrafts.execute(
        "DELETE FROM report.counted_organ WHERE report_year = 2023 AND organ_code = '"
            + ORGAN
            + "'");
    StoredDrafts.execute(
        "INSERT INTO report.counted_organ (report_year, organ_code, counted_by) VALUES (2023, '"
            + ORGAN
            + "', '"
            + OTHER
            + "')");

    assertThatThrownBy(
            () ->
                transactions.run(
                    connection -> {
                      CountedOrgans.put(connection, published);
                      return true;
                    }))
        .isInstanceOf(Refusal.class)
        .hasMessage("counted-elsewhere");
  }
}
