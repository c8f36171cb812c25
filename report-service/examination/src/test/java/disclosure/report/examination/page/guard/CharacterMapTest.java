package disclosure.report.examination.page.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CharacterMapTest {

  @Test
  void characters_named_one_by_one_are_no_ranges() {
    String map =
        """
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange
        4 beginbfchar
        <0013> <0030>
        <0014> <4E00>
        <04C2> <FF08>
        <09A1> <6216>
        endbfchar
        """;
    assertThat(CharacterMap.codes(map)).isLessThanOrEqualTo(100);
  }

  @Test
  void ranges_count_all_that_they_span_and_not_where_they_lead() {
    String range = "1 beginbfrange\n<0000> <FFFF> <0020>\nendbfrange\n";
    assertThat(CharacterMap.codes(range)).isEqualTo(0xFFFF);
    assertThat(CharacterMap.codes("1 begincidrange <00> <ff> 7 endcidrange")).isEqualTo(0xFF);
    assertThat(CharacterMap.codes("2 beginbfchar <01> <02> endbfchar " + range))
        .isGreaterThanOrEqualTo(0xFFFF);
    assertThat(
            CharacterMap.codes(
                "3 beginbfrange <000F> <000F> <002E>\n<0011> <001A> <0030>\n<03B2> <03B3>"
                    + " [<3001> <FF0C>] endbfrange"))
        .isLessThan(20);
  }

  @Test
  void what_only_looks_like_an_operator_hides_no_range() {
    for (String hidden :
        List.of("%beginbfchar\n", "(beginbfchar)", "/beginbfchar ", "/x ", "[<00>] ", "<<>>")) {
      String range = "1 beginbfrange " + hidden + "<0000> <FFFF> <0020> endbfrange";
      assertThat(CharacterMap.codes(range)).as(hidden).isGreaterThanOrEqualTo(0xFFFF);
      String later = "1 beginbfrange <00> <01> " + hidden + "<0000> <FFFF> <0020> endbfrange";
      assertThat(CharacterMap.codes(later)).as(hidden).isGreaterThanOrEqualTo(0xFFFF);
    }
    assertThat(CharacterMap.codes("beginbfrange <0 000> <F FFF> <0020>")).isEqualTo(0xFFFF);
  }

  @Test
  void a_map_is_seen_over_the_end_of_a_part() {
    byte[] before = "1 beginbf".getBytes(StandardCharsets.US_ASCII);
    byte[] then = "range <00> <FF> <20>".getBytes(StandardCharsets.US_ASCII);
    assertThat(CharacterMap.isNamedIn(before, then, then.length)).isTrue();
    assertThat(CharacterMap.isNamedIn(new byte[0], then, then.length)).isFalse();
  }
}
