package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.requests.contract.OrganCode;
import jakarta.json.Json;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CallerScopeTest {

  private static final String ORGAN = "111411240123456713";
  private static final String OTHER = "111411240123456915";
  private static final String ABOVE = "111411240123456814";

  @Test
  void a_token_without_the_claim_or_with_an_empty_one_acts_for_no_organ() {
    assertThat(CallerScope.ofClaim(null)).isEqualTo(new CallerScope(false, Set.of()));
    assertThat(CallerScope.ofClaim(List.of())).isEqualTo(new CallerScope(false, Set.of()));
  }

  @Test
  void a_claim_names_organs_or_all() {
    assertThat(CallerScope.ofClaim(Json.createArrayBuilder().add(ORGAN).build()))
        .isEqualTo(new CallerScope(false, Set.of(new OrganCode(ORGAN))));
    assertThat(CallerScope.ofClaim(List.of("*")).everywhere()).isTrue();
  }

  @Test
  void a_caller_acts_for_each_of_the_organs_that_are_named() {
    CallerScope scope = CallerScope.of(List.of(ORGAN, OTHER));
    assertThat(List.of(ORGAN, OTHER)).allMatch(organ -> scope.isWithin(Set.of(organ, ABOVE)));
    assertThat(scope.isWithin(Set.of(ABOVE))).isFalse();
  }

  static List<Object> malformed() {
    return List.of(
        ORGAN,
        "*",
        Json.createValue("[\"*\"]"),
        Json.createObjectBuilder().add("*", true).build(),
        List.of("11141124"),
        List.of(ORGAN, "everything"),
        List.of(""),
        Json.createArrayBuilder().add(111411240123456713L).build());
  }

  @ParameterizedTest
  @MethodSource
  void malformed(Object claim) {
    assertThatThrownBy(() -> CallerScope.ofClaim(claim))
        .isInstanceOf(Refusal.class)
        .hasMessage("organs-claim-malformed");
  }
}
