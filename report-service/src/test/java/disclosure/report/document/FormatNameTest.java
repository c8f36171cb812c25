package disclosure.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormatNameTest {

  @Test
  void every_format_has_its_place_and_a_name_of_its_own() {
    assertThat(FormatName.ORDER).containsExactlyInAnyOrder(DocumentFormat.values());
    assertThat(FormatName.ORDER.stream().map(FormatName::of)).doesNotHaveDuplicates();
    assertThat(FormatName.ORDER.stream().map(FormatName::purpose)).doesNotHaveDuplicates();
  }
}
