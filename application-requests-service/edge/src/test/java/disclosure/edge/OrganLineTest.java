package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of the README. */
class OrganLineTest {

  private static final String OFFICE = "111411240123456713";
  private static final String COUNTY = "111411240123456814";
  private static final String FORMER = "113300000123456712";
  private static final String BELOW = "111411240123456915";

  private final OrganLine office =
      new OrganLine(Set.of(OFFICE, COUNTY), Set.of(OFFICE, COUNTY, FORMER));

  @ParameterizedTest
  @CsvSource({
    "*, READ, ALLOWED",
    "*, WRITE, ALLOWED",
    OFFICE + ", READ, ALLOWED",
    OFFICE + ", WRITE, ALLOWED",
    COUNTY + ", READ, ALLOWED",
    COUNTY + ", WRITE, ALLOWED",
    FORMER + ", READ, ALLOWED",
    FORMER + ", WRITE, FORBIDDEN",
    BELOW + ", READ, UNSEEN",
    BELOW + ", WRITE, FORBIDDEN",
    "'', READ, UNSEEN",
    "'', WRITE, FORBIDDEN"
  })
  void a_caller_has_the_right_of_where_he_stands(String organ, Action action, Right right) {
    assertThat(office.right(CallerScope.of(List.of(organ)), action)).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"READ, UNSEEN", "WRITE, FORBIDDEN"})
  void who_was_above_in_other_days_has_none(Action action, Right right) {
    OrganLine later = new OrganLine(office.now(), office.now());
    assertThat(later.right(CallerScope.of(List.of(FORMER)), action)).isEqualTo(right);
    assertThat(OrganLine.ofNow(office.now()).right(CallerScope.of(List.of(FORMER)), action))
        .isEqualTo(right);
  }
}
