package disclosure.report.collection;

import static disclosure.report.TestReleases.correct;
import static disclosure.report.TestReleases.publish;
import static disclosure.report.TestReleases.read;
import static disclosure.report.TestReleases.sound;
import static disclosure.report.TestReleases.submit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.Refusal;
import disclosure.edge.testing.TestClient;
import disclosure.report.TestCounties;
import disclosure.report.content.ReportId;
import disclosure.report.publication.FrozenReport;
import disclosure.report.publication.LifeStep;
import disclosure.report.publication.Publications;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MergedOrgan;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Organs that ended in the year: every application is in one published report, and in no two. */
@QuarkusTest
class MergerIT {

  @Inject Publications publications;

  @Test
  void a_merged_organ_is_in_its_successors_report_and_a_closed_one_must_report_itself() {
    String county = TestCounties.MERGING_COUNTY;
    TestCounties.Organ successor = TestCounties.department(county, 1);
    TestCounties.Organ merged = TestCounties.department(county, 2);
    TestCounties.Organ closed = TestCounties.department(county, 3);
    published(successor);
    given()
        .get("/reports/" + successor.code() + "/2023")
        .then()
        .statusCode(200)
        .body("sections[2].matrix.rows[0].total", equalTo(8))
        .body(
            "sections[5].paragraphs",
            hasItem("本报告第三部分的数据包括已并入本机关的下列单位：92县工商局（存续至2023年6月30日）" + "新收3件、上年结转0件、办结1件、结转下年度2件。"));

    write(merged.code(), sound(merged.name(), 2023));
    submit(merged.code() + "/2023", 1).statusCode(200);
    publish(merged.code() + "/2023", 1)
        .statusCode(409)
        .body("errors.message", hasItem(startsWith("92县工商局的申请（3件）已计入92县市场监管局已公布的年度报告，不能重复计入本报告")));

    String region = county + "/2023?scope=REGION";
    read(region, "collection").body("items.organCode", not(hasItem(closed.code())));
    write(region, sum(county));
    submit(region, 1)
        .statusCode(409)
        .body("errors.message", equalTo(List.of("92县招商中心的申请（2件）未计入所汇总的任何一份已公布报告")));

    published(closed);
    read(region, "collection").body("items.organCode", hasItems(successor.code(), closed.code()));
    submit(region, 1).statusCode(200);
    publish(region, 1).statusCode(201);
    given()
        .get("/reports/" + county + "/2023?scope=REGION")
        .then()
        .body("sections[2].matrix.rows[0].total", equalTo(10));
  }

  @Test
  void a_merged_organ_that_reported_itself_is_left_out_of_its_successors_report() {
    String county = TestCounties.REPORTING_COUNTY;
    TestCounties.Organ successor = TestCounties.department(county, 1);
    TestCounties.Organ merged = TestCounties.department(county, 2);
    published(merged);
    published(successor);
    published(TestCounties.department(county, 3));
    given()
        .get("/reports/" + successor.code() + "/2023")
        .then()
        .body("sections[2].matrix.rows[0].total", equalTo(5));
    String region = county + "/2023?scope=REGION";
    write(region, sum(county));
    submit(region, 1).statusCode(200);
    publish(region, 1).statusCode(201);
    given()
        .get("/reports/" + county + "/2023?scope=REGION")
        .then()
        .body("sections[2].matrix.rows[0].total", equalTo(10))
        .body("children.size()", equalTo(3));

    assertTwoReportsAtOnceAreRefused(merged, successor);
  }

  @Test
  void a_merged_organ_can_still_report_itself_once_its_successor_left_it_out() {
    String county = TestCounties.CORRECTING_COUNTY;
    TestCounties.Organ successor = TestCounties.department(county, 1);
    TestCounties.Organ merged = TestCounties.department(county, 2);
    published(successor);
    write(merged.code(), sound(merged.name(), 2023));
    submit(merged.code() + "/2023", 1).statusCode(200);
    publish(merged.code() + "/2023", 1)
        .statusCode(409)
        .body("errors.message", hasItem(containsString("请先提交本报告，再更正97县市场监管局的报告")));

    submit(successor.code() + "/2023", 1).statusCode(200);
    correct(successor.code() + "/2023", 1, "97县工商局自行公布年度报告").statusCode(201);
    given()
        .get("/reports/" + successor.code() + "/2023")
        .then()
        .body("sections[2].matrix.rows[0].total", equalTo(5));
    publish(merged.code() + "/2023", 1).statusCode(201);
    given()
        .get("/reports/" + merged.code() + "/2023")
        .then()
        .body("sections[2].matrix.rows[0].total", equalTo(3));
  }

  @Test
  void several_merged_organs_that_reported_themselves_are_left_out_together() {
    String county = TestCounties.TWICE_MERGING_COUNTY;
    published(TestCounties.department(county, 2));
    published(TestCounties.department(county, 4));
    published(TestCounties.department(county, 1));
    given()
        .get("/reports/" + TestCounties.department(county, 1).code() + "/2023")
        .then()
        .body("sections[2].matrix.rows[0].total", equalTo(5));
  }

  @Test
  void what_stands_below_a_merged_organ_belongs_to_the_sum() {
    String county = TestCounties.COUNTY_WITH_OFFICE;
    TestCounties.Organ office = TestCounties.department(county, 4);
    published(TestCounties.department(county, 1));
    published(TestCounties.department(county, 3));
    String region = county + "/2023?scope=REGION";
    read(region, "collection").body("items.organCode", hasItem(office.code()));
    published(office);
    write(region, sum(county));
    submit(region, 1).statusCode(200);
    publish(region, 1).statusCode(201);
    given()
        .get("/reports/" + county + "/2023?scope=REGION")
        .then()
        .body("sections[2].matrix.rows[0].total", equalTo(12));
  }

  /** What two instances that publish at the same moment come to, behind the checks of both. */
  private void assertTwoReportsAtOnceAreRefused(
      TestCounties.Organ merged, TestCounties.Organ successor) {
    FrozenReport of =
        publications
            .newest(ReportId.own(new OrganCode(successor.code()), 2023))
            .orElseThrow()
            .report();
    FrozenReport other =
        new FrozenReport(
            ReportId.own(new OrganCode(merged.code()), 2023),
            of.edition(),
            of.draftVersion(),
            of.content(),
            with(of.matrix(), successor),
            of.disputes(),
            of.handling(),
            of.checks(),
            of.children());
    LifeStep step =
        new LifeStep(
            99,
            LifeStep.StepKind.PUBLISHED,
            of.draftVersion(),
            Optional.of("更正"),
            "publisher",
            Optional.empty(),
            Instant.EPOCH);
    assertThatThrownBy(() -> publications.add(2, other, step, List.of(), List.of(), List.of()))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(409));
    assertThat(publications.revision(other.id(), 2)).isEmpty();
  }

  private static Matrix with(Matrix table, TestCounties.Organ merged) {
    return new Matrix(
        table.organ(),
        table.organName(),
        table.from(),
        table.to(),
        table.scope(),
        table.asOf(),
        table.appliedThrough(),
        table.rows(),
        table.organChanges(),
        List.of(
            MergedOrgan.of(
                new OrganCode(merged.code()), merged.name(), table.from(), table.rows())));
  }

  private static ObjectNode sum(String government) {
    return (ObjectNode)
        sound(TestCounties.find(government).name(), 2023).without(List.of("proactive"));
  }

  private static void write(String path, Object draft) {
    given()
        .auth()
        .oauth2(TestClient.EDITOR.token())
        .contentType("application/json")
        .body(draft.toString())
        .put("/reports/" + (path.contains("/") ? path : path + "/2023"))
        .then()
        .statusCode(201);
  }

  private static void published(TestCounties.Organ organ) {
    write(organ.code(), sound(organ.name(), 2023));
    submit(organ.code() + "/2023", 1).statusCode(200);
    publish(organ.code() + "/2023", 1).statusCode(201);
  }
}
