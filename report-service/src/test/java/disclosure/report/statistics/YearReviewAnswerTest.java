package disclosure.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import disclosure.report.check.YearReview;
import org.junit.jupiter.api.Test;

/** Editors look for a case by the number that their office gave it. */
class YearReviewAnswerTest {

  private static final ObjectMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

  private static final String CASE = "00000000-0000-0000-0000-000000000001";
  private static final String SUIT = "00000000-0000-0000-0000-000000000002";
  private static final String OTHER = "00000000-0000-0000-0000-000000000003";

  @Test
  void cases_and_suits_are_named_by_their_own_numbers_and_others_by_their_ids() throws Exception {
    YearReview review =
        read(
            """
            , "numbers": [{"id": "%s", "sourceReference": "〔2024〕7号"},
                          {"id": "%s", "sourceReference": "诉2024-1"}]\
            """
                .formatted(CASE, SUIT));
    assertThat(review.severalConclusions()).containsExactly(CASE);
    assertThat(review.directLitigation()).containsExactly(SUIT);
    assertThat(review.name(CASE)).isEqualTo("〔2024〕7号");
    assertThat(review.name(SUIT)).isEqualTo("诉2024-1");
    assertThat(review.name(OTHER)).isEqualTo(OTHER);
    assertThat(review.numbers()).containsOnlyKeys(CASE, SUIT);
  }

  @Test
  void a_register_that_tells_no_numbers_names_all_by_their_ids() throws Exception {
    YearReview review = read("");
    assertThat(review.name(CASE)).isEqualTo(CASE);
    assertThat(review.name(SUIT)).isEqualTo(SUIT);
  }

  private static YearReview read(String numbers) throws JsonProcessingException {
    return JSON.readValue(
            """
            {"organ": "11141124012345698T", "year": 2024, "concluded": 1,
             "severalConclusions": ["%1$s"], "late": ["%3$s"], "overdue": [],
             "fees": {"notices": 0, "noticedYuan": 0, "paidYuan": 0}, "overpaid": ["%1$s"],
             "gaps": [{"applicationId": "%1$s", "outcome": "CORRECTION_OVERDUE",
                       "gap": "CORRECTION_NOTICE_MISSING"}],
             "directLitigation": ["%2$s"]%4$s}
            """
                .formatted(CASE, SUIT, OTHER, numbers),
            YearReviewAnswer.class)
        .handling();
  }
}
