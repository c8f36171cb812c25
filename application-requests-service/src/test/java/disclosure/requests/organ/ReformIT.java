package disclosure.requests.organ;

import static disclosure.requests.organ.OrganHistoryIT.assertNew;
import static disclosure.requests.organ.OrganHistoryIT.concluded;
import static disclosure.requests.organ.OrganHistoryIT.get;
import static disclosure.requests.organ.OrganHistoryIT.organ;
import static disclosure.requests.organ.OrganHistoryIT.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.TestDirectory;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is put into the directory: nothing that an organ has is in nobody's sum. */
@QuarkusTest
class ReformIT {

  @Inject DataSource database;

  private final String county = TestOrgans.fresh();
  private final String bureau = TestOrgans.fresh();
  private final String office = TestOrgans.fresh();
  private final String station = TestOrgans.fresh();

  /** A station below an office, and a bureau beside that. */
  @BeforeEach
  void directory() {
    TestDirectory.put(county, "某县人民政府", "GOVERNMENT", "");
    TestDirectory.put(bureau, "某县市场监督管理局", "DEPARTMENT", county);
    TestDirectory.put(office, "某县工商局", "DEPARTMENT", county);
    TestDirectory.put(station, "某工商所", "DEPARTMENT", office);
  }

  @Test
  void what_is_there_before_its_superior_says_where_it_stood() {
    concluded(office);
    concluded(station);
    put(bureau, organ("某县市场监督管理局", county, "validFrom", "2025-01-01")).statusCode(200);
    refused(
        put(office, organ("某县工商局", bureau)),
        "parentOrganCode",
        "parent-begins-later",
        "“某县市场监督管理局”自2025-01-01起才存续");
    refused(
        put(
            office,
            organ(
                "某县工商局",
                county,
                "formerly",
                List.of(
                    Map.of(
                        "until",
                        "2024-06-30",
                        "name",
                        "某局",
                        "kind",
                        "OTHER",
                        "parentOrganCode",
                        bureau)))),
        "formerly[0].parentOrganCode",
        "parent-begins-later",
        "2025-01-01");
    String fresh = TestOrgans.fresh();
    refused(
        put(fresh, organ("某分局", bureau)), "parentOrganCode", "parent-begins-later", "2025-01-01");
    get("/organs/" + fresh).statusCode(404);
    get("/organs/" + office).body("version", equalTo(1));

    put(office, organ("某县工商局", bureau, "since", "2025-01-01")).statusCode(200);
    put(fresh, organ("某分局", bureau, "validFrom", "2025-01-01")).statusCode(201);
    assertNew(county, "2024-12-31", 2);
    assertNew(bureau, "2025-01-01", 2);
  }

  @Test
  void an_organ_does_not_begin_after_what_is_below_it() {
    Map<String, Object> later = organ("某县工商局", county, "validFrom", "2025-01-01");
    refused(put(office, later), "validFrom", "organs-below-before", "“某工商所”在2008-05-01已经存续");
    put(station, organ("某工商所", office, "validFrom", "2024-03-04")).statusCode(200);
    refused(put(office, later), "validFrom", "organs-below-before", "“某工商所”在2024-03-04已经存续");
    put(station, organ("某工商所", bureau)).statusCode(200);
    put(station, organ("某工商所", office, "since", "2025-01-01", "validFrom", "2024-03-04"))
        .statusCode(200);
    put(office, later).statusCode(200);
    put(office, organ("某县工商局", county, "validFrom", "2024-01-01")).statusCode(200);
  }

  @Test
  void what_reaches_an_organ_through_a_merged_one_is_below_it_too() {
    put(office, organ("某县工商局", county, "validTo", "2024-06-30", "successorOrganCode", bureau))
        .statusCode(200);
    refused(
        put(bureau, organ("某县市场监督管理局", county, "validTo", "2024-11-30")),
        "validTo",
        "organs-left-below",
        "“某工商所”在2024-12-01仍然存续");
    put(station, organ("某工商所", county, "since", "2024-12-01")).statusCode(200);
    put(bureau, organ("某县市场监督管理局", county, "validTo", "2024-11-30")).statusCode(200);
    refused(
        put(TestOrgans.fresh(), organ("某分局", office)),
        "parentOrganCode",
        "parent-ended",
        "“某县市场监督管理局”存续至2024-11-30");
  }

  @Test
  void who_goes_below_it_later_is_left_below_it_too() {
    put(station, organ("某工商所", bureau, "since", "2025-01-01")).statusCode(200);
    refused(
        put(bureau, organ("某县市场监督管理局", county, "validTo", "2024-12-01")),
        "validTo",
        "organs-left-below",
        "“某工商所”在2025-01-01仍然存续");
  }

  @Test
  void a_successor_stays_there_on_the_day_of_the_merger() {
    put(station, organ("某工商所", county)).statusCode(200);
    put(office, organ("某县工商局", county, "validTo", "2024-06-30", "successorOrganCode", bureau))
        .statusCode(200);
    for (Map.Entry<String, String> moved :
        Map.of("validFrom", "2024-07-02", "validTo", "2024-06-30").entrySet()) {
      refused(
          put(bureau, organ("某县市场监督管理局", county, moved.getKey(), moved.getValue())),
          moved.getKey(),
          "not-there-for-merger",
          "“某县工商局”自2024-07-01起并入本机关");
    }
    put(bureau, organ("某县市场监督管理局", county, "validFrom", "2024-07-01", "validTo", "2024-07-01"))
        .statusCode(200);
  }

  @Test
  void an_organ_does_not_begin_after_what_it_has_received() {
    concluded(bureau);
    refused(
        put(bureau, organ("某县市场监督管理局", county, "validFrom", "2024-01-09")),
        "validFrom",
        "begins-after-its-records",
        "2024-01-08");
    put(bureau, organ("某县市场监督管理局", county, "validFrom", "2024-01-08")).statusCode(200);

    ApplicationsIT.as(TestClient.RECORDER)
        .body(
            """
            {"organCode":"%s","sourceReference":"复议1","kind":"RECONSIDERATION","acceptedOn":"2024-03-01"}
            """
                .formatted(station))
        .post("/disputes")
        .then()
        .statusCode(201);
    refused(
        put(station, organ("某工商所", office, "validFrom", "2024-03-02")),
        "validFrom",
        "begins-after-its-records",
        "2024-03-01");
  }

  /** What a release before let in is mended piece by piece, and no new gap comes of it. */
  @Test
  void what_was_in_no_sum_already_may_be_renamed_and_is_mended() {
    put(station, organ("某工商所", county)).statusCode(200);
    put(bureau, organ("某县市场监督管理局", county, "validFrom", "2025-01-01")).statusCode(200);
    RegisterTables.update(
        "UPDATE requests.organ SET parent_code = '%s' WHERE code IN ('%s', '%s')"
            .formatted(bureau, office, station));
    put(office, organ("某县市监局", bureau)).statusCode(200);
    put(office, organ("某县市监局", bureau, "validFrom", "2024-03-04")).statusCode(200);
    refused(
        put(office, organ("某县市监局", bureau)),
        "parentOrganCode",
        "parent-begins-later",
        "2025-01-01");
    put(bureau, organ("某县市场监督管理局", county, "validFrom", "2024-12-01")).statusCode(200);
    refused(
        put(bureau, organ("某县市场监督管理局", county, "validFrom", "2024-12-02")),
        "validFrom",
        "organs-below-before",
        "2024-12-01");
    put(office, organ("某县市监局", county)).statusCode(200);
    put(station, organ("某工商所", bureau, "validFrom", "2024-12-01")).statusCode(200);
  }

  @Test
  void a_reform_that_is_entered_in_advance_and_is_put_off_goes_from_below_or_from_above() {
    put(station, organ("某工商所", county)).statusCode(200);
    String joint = TestOrgans.fresh();
    put(joint, organ("某县综合局", county, "validFrom", "2198-01-01")).statusCode(201);
    put(office, organ("某县工商局", county, "validTo", "2197-12-31", "successorOrganCode", joint))
        .statusCode(200);
    put(bureau, organ("某县市场监督管理局", joint, "since", "2198-01-01")).statusCode(200);
    put(office, organ("某县工商局", county, "validTo", "2198-03-31", "successorOrganCode", joint))
        .statusCode(200);
    put(
            bureau,
            organ(
                "某县市场监督管理局",
                joint,
                "formerly",
                List.of(
                    Map.of(
                        "until",
                        "2198-03-31",
                        "name",
                        "某县市场监督管理局",
                        "kind",
                        "DEPARTMENT",
                        "parentOrganCode",
                        county))))
        .statusCode(200);
    put(joint, organ("某县综合局", county, "validFrom", "2198-04-01")).statusCode(200);
  }

  /**
   * So the work for a directory that is loaded grows with its organs, and not with their square.
   */
  @Test
  void of_a_large_directory_only_the_organs_own_line_is_looked_at() throws Exception {
    for (int i = 0; i < 20; i++) {
      TestDirectory.put(TestOrgans.fresh(), "某所", "DEPARTMENT", bureau);
    }
    try (Connection connection = database.getConnection()) {
      assertThat(OrganLines.around(connection, new OrganCode(station)).size()).isEqualTo(3);
      assertThat(OrganLines.around(connection, new OrganCode(bureau)).size()).isEqualTo(22);
    }
  }

  private static void refused(
      ValidatableResponse answer, String field, String code, String message) {
    answer
        .statusCode(422)
        .body("errors.field", contains(field))
        .body("errors.code", contains(code))
        .body("errors[0].message", containsString(message));
  }
}
