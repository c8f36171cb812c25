package disclosure.report.draft;

import static disclosure.report.TestReleases.sound;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.testing.TestClient;
import disclosure.report.TestCounties;
import disclosure.report.TestDrafts;
import disclosure.report.TestReleases;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What is wrong with a draft is told by its code. */
@QuarkusTest
class WrongDraftsIT {

  private static final int YEAR = 2025;
  private static final TestCounties.Organ ORGAN = TestCounties.below(TestCounties.COUNTY).get(33);
  private static final TestCounties.Organ OTHER = TestCounties.below(TestCounties.COUNTY).get(34);

  @Test
  void a_reference_of_another_form_is_told_by_its_code() {
    ObjectNode draft = sound(ORGAN.name(), YEAR);
    draft.putArray("overview").add("新收到{{matrix.NEWLY_RECEIVED.total}件。");
    TestDrafts.put(TestClient.EDITOR, ORGAN.code(), YEAR, draft)
        .statusCode(400)
        .body("errors.code", contains("malformed-reference"));
  }

  @Test
  void a_part_that_is_named_twice_is_told_by_its_code() {
    ObjectNode draft = sound(ORGAN.name(), YEAR);
    draft.withArray("figures").addObject().put("name", "a").put("label", "甲").put("value", 1);
    draft
        .withArray("figures")
        .addObject()
        .put("name", "b")
        .put("label", "乙")
        .put("value", 1)
        .putArray("parts")
        .add("a")
        .add("a");
    TestDrafts.put(TestClient.EDITOR, ORGAN.code(), YEAR, draft)
        .statusCode(400)
        .body("errors.code", contains("repeated-part"));
  }

  @Test
  void a_first_publication_has_no_reason_to_be_corrected() {
    TestDrafts.put(TestClient.EDITOR, ORGAN.code(), YEAR, sound(ORGAN.name(), YEAR));
    TestReleases.submit(ORGAN.code() + "/" + YEAR, 1);
    TestReleases.correct(ORGAN.code() + "/" + YEAR, 1, "改正文字")
        .statusCode(400)
        .body("errors.code", contains("reason-for-first-publication"));
  }

  @Test
  void a_character_that_no_font_has_is_told_by_its_code() {
    ObjectNode draft = sound(OTHER.name(), YEAR);
    draft.putArray("overview").add("本机关工作平稳有序😀ሀ。");
    TestDrafts.put(TestClient.EDITOR, OTHER.code(), YEAR, draft).statusCode(201);
    given()
        .auth()
        .oauth2(TestClient.EDITOR.token())
        .get("/reports/" + OTHER.code() + "/" + YEAR + "/document?format=pdf")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/missing-glyph"))
        .body("errors.code", hasItem("not-printable"));
  }

  @Test
  void of_many_faults_the_first_are_told_and_none_to_who_may_not_write() {
    ObjectNode draft = sound(ORGAN.name(), YEAR);
    draft.putArray("overview").add("{".repeat(4000));
    TestDrafts.put(TestClient.EDITOR, ORGAN.code(), YEAR, draft)
        .statusCode(400)
        .body("errors.code", hasSize(50));
    TestDrafts.put(TestClient.FOREIGN_EDITOR, ORGAN.code(), YEAR, draft)
        .statusCode(403)
        .body("type", equalTo("/problems/organ-out-of-scope"));
  }
}
