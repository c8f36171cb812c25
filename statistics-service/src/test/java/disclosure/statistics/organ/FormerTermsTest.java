package disclosure.statistics.organ;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.OrganKind;
import org.junit.jupiter.api.Test;

class FormerTermsTest {

  @Test
  void terms_of_a_newer_release_are_read_that_have_an_attribute_more() {
    assertThat(
            FormerTerms.read(
                    """
                    [{"until":"2024-01-01","name":"某局","kind":"DEPARTMENT","seat":"某镇"}]""")
                .orElseThrow())
        .singleElement()
        .satisfies(
            term -> {
              assertThat(term.name()).isEqualTo("某局");
              assertThat(term.kind()).isEqualTo(OrganKind.DEPARTMENT);
            });
  }

  @Test
  void terms_of_a_kind_that_nobody_knows_are_none() {
    assertThat(
            FormerTerms.read(
                "[{\"until\":\"2024-01-01\",\"name\":\"某委\",\"kind\":\"COMMISSION\"}]"))
        .isEmpty();
  }
}
