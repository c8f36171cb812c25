package disclosure.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.text.word.Lexicon;
import disclosure.report.text.word.NormalText;
import disclosure.report.text.word.Quantity;
import disclosure.report.text.word.Sense;
import disclosure.report.text.word.Token;
import disclosure.report.text.word.Tokenizer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {

  @ParameterizedTest
  @CsvSource({
    "1，012件,1012,件",
    "'1,012件',1012,件",
    "１４宗,14,宗",
    "五件,5,件",
    "十二件,12,件",
    "一百零五份,105,份",
    "两件,2,件",
    "0.12万元,1200,元",
    "45.45％,45.45,%",
  })
  void numbers_are_read_in_every_writing(String written, String value, String unit) {
    assertThat(quantities(written))
        .singleElement()
        .satisfies(
            quantity -> {
              assertThat(quantity.value()).isEqualByComparingTo(value);
              assertThat(quantity.unit()).isEqualTo(unit);
              assertThat(quantity.approximate()).isFalse();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"三千余件", "20余件", "约30件", "近百件", "2.5万条", "300多次", "100件以上"})
  void about_is_no_number(String written) {
    assertThat(quantities(written)).singleElement().matches(Quantity::approximate);
  }

  @Test
  void an_organ_goes_by_shorter_names() {
    Lexicon lexicon = Lexicon.of("临江县人民政府办公室");
    for (String name : List.of("临江县人民政府办公室", "县政府办公室", "县政府办", "我县政府办公室")) {
      NormalText text = NormalText.of(name + "收到");
      assertThat(lexicon.at(text, 0)).contains(new Lexicon.Entry(Sense.OWN, name.length()));
    }
  }

  @Test
  void an_office_goes_by_its_name_without_places_and_for_short_where_no_other_place_is_named() {
    Lexicon lexicon = Lexicon.of("江州市东岭区城市管理局");
    for (String name : List.of("东岭区城市管理局", "区城市管理局", "城市管理局", "区城管局", "东岭区城管局", "城管局", "我区城管局")) {
      NormalText text = NormalText.of(name + "收到");
      assertThat(lexicon.at(text, 0)).contains(new Lexicon.Entry(Sense.OWN, name.length()));
    }
    assertThat(lexicon.at(NormalText.of("市城管局收到"), 1)).isEmpty();
    assertThat(lexicon.at(NormalText.of("各城管局收到"), 1)).isEmpty();
  }

  @Test
  void an_office_goes_by_some_characters_of_its_name_at_its_own_level() {
    Lexicon lexicon = Lexicon.of("江州市住房保障和房产管理局");
    for (String name : List.of("市住保房管局", "市住房保障局", "市房管局", "市局")) {
      assertThat(lexicon.at(NormalText.of(name + "收到"), 0))
          .as(name)
          .contains(new Lexicon.Entry(Sense.OWN, name.length()));
    }
    for (String name : List.of("市住建局", "县住保房管局", "市保房局", "市住局")) {
      assertThat(lexicon.at(NormalText.of(name + "收到"), 0)).as(name).isEmpty();
    }
    assertThat(lexicon.at(NormalText.of("省市住保房管局"), 1)).isEmpty();
    assertThat(lexicon.at(NormalText.of("各市局收到"), 1)).isEmpty();
  }

  @Test
  void an_office_goes_by_its_place_without_the_level() {
    Lexicon lexicon = Lexicon.of("江州市东岭区综合行政执法局");
    for (String name : List.of("东岭综合行政执法局", "江州市东岭综合行政执法局", "东岭综合执法局", "东岭区综合执法局")) {
      assertThat(lexicon.at(NormalText.of(name + "收到"), 0))
          .as(name)
          .contains(new Lexicon.Entry(Sense.OWN, name.length()));
    }
    for (String name : List.of("江州综合行政执法局", "西山综合行政执法局", "东岭行政执法局", "东岭市综合执法局")) {
      assertThat(lexicon.at(NormalText.of(name + "收到"), 0)).as(name).isEmpty();
    }
  }

  @Test
  void an_organ_is_known_in_traditional_characters() {
    Lexicon lexicon = Lexicon.of("東寶區財政局");
    assertThat(lexicon.at(NormalText.of("東寶區財政局收到"), 0)).contains(new Lexicon.Entry(Sense.OWN, 6));
    assertThat(lexicon.at(NormalText.of("东宝区财政局收到"), 0)).contains(new Lexicon.Entry(Sense.OWN, 6));
  }

  @Test
  void names_of_applications_are_composed() {
    Lexicon lexicon = Lexicon.of("");
    for (String name : List.of("依申请公开政府信息的申请事项", "政府信息公开的相关申请", "获取政府信息公开的申请")) {
      assertThat(lexicon.at(NormalText.of(name + "12件"), 0))
          .as(name)
          .contains(new Lexicon.Entry(Sense.APPLICATION, name.length()));
    }
    for (String name : List.of("政府信息公开", "公开相关政府信息", "申请信息", "申请公开")) {
      assertThat(lexicon.at(NormalText.of(name + "12件"), 0).map(Lexicon.Entry::sense))
          .as(name)
          .isNotEqualTo(Optional.of(Sense.APPLICATION));
    }
  }

  @Test
  void what_kind_of_office_it_is_names_it_where_nothing_stands_before() {
    Lexicon street = Lexicon.of("江州市东岭区南桥街道办事处");
    assertThat(street.at(NormalText.of("2025年度街道收到"), 6)).contains(new Lexicon.Entry(Sense.OWN, 2));
    assertThat(street.at(NormalText.of("北门街道收到"), 2)).contains(new Lexicon.Entry(Sense.BELOW, 2));
    Lexicon branch = Lexicon.of("江州市公安局东岭分局");
    assertThat(branch.at(NormalText.of("分局收到"), 0)).contains(new Lexicon.Entry(Sense.OWN, 2));
    assertThat(branch.at(NormalText.of("东岭分局收到"), 0)).contains(new Lexicon.Entry(Sense.OWN, 4));
    assertThat(branch.at(NormalText.of("西山分局收到"), 2)).isEmpty();
  }

  @Test
  void applications_are_named_with_every_ending() {
    Lexicon lexicon = Lexicon.of("");
    for (String name : List.of("依申请公开办理事项", "政府信息依申请公开办件", "信息公开申请案件", "依申请信息公开事项")) {
      assertThat(lexicon.at(NormalText.of(name + "12件"), 0))
          .as(name)
          .contains(new Lexicon.Entry(Sense.APPLICATION, name.length()));
    }
  }

  @Test
  void a_year_makes_moving_a_carrying_over() {
    assertThat(senses("转至2026年")).containsExactly(Sense.CARRIED, Sense.YEAR);
    assertThat(senses("顺延至下一年度")).containsExactly(Sense.CARRIED, Sense.NEXT_YEAR);
    assertThat(senses("转至有关部门")).doesNotContain(Sense.CARRIED);
  }

  @Test
  void every_row_of_the_form_is_known_by_its_own_words() {
    Lexicon lexicon = Lexicon.of("");
    for (Sense sense : Sense.values()) {
      if (sense.rows().size() == 1) {
        NormalText label = NormalText.of(sense.rows().get(0).label());
        assertThat(lexicon.at(label, 0)).contains(new Lexicon.Entry(sense, label.length()));
      }
    }
  }

  private static List<Sense> senses(String text) {
    return Tokenizer.tokens(NormalText.of(text), Lexicon.of("")).stream()
        .map(Token::sense)
        .toList();
  }

  private static List<Quantity> quantities(String text) {
    return Tokenizer.tokens(NormalText.of(text), Lexicon.of("")).stream()
        .filter(token -> token.is(Sense.QUANTITY))
        .map(token -> token.quantity().orElseThrow())
        .toList();
  }
}
