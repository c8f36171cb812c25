package disclosure.report.draft;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.content.FormerProactive;
import disclosure.report.content.NamedFigure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A newer release has stored a draft in the same tables. */
class StoredDraftTest {

  @Test
  void named_figures_are_read_that_have_an_attribute_more() {
    assertThat(
            new NamedFigures()
                .convertToEntityAttribute(
                    """
                    [{"name":"visits","label":"访问量","value":7,"parts":[],"unit":"次"}]"""))
        .containsExactly(new NamedFigure("visits", "访问量", 7, List.of()));
  }

  @Test
  void table_two_of_2019_is_read_that_has_a_row_more() {
    String stored =
        """
        {"regulations":{"made":1,"published":2,"publishedInAll":3,"repealed":4},
         "decrees":{"made":1}}""";
    FormerProactive read = new FormerProactiveColumn().convertToEntityAttribute(stored);
    assertThat(read.regulations()).isEqualTo(new FormerProactive.IssuedDocuments(1, 2, 3));
  }
}
