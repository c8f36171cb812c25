package disclosure.edge.look;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.page.PageLanguage;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.Variant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordedTemplatesTest {

  private static final String SOURCE =
      """
      {@java.lang.String organ}
      {! 不是文字 !}
      <h1 class="a{#if count > 1} 多{/if}">{organ}{count}件申请</h1>
      {#if count > 1}
      <p title="共{count}件">
        共 <b>{count}</b> 件，
        都已办结
      </p>
      {#else}没有{/if}
      <a href="/x?a={count}&b=1">English only {organ}</a>
      {#let named="更正原因（必填）" other='x'}<i>{named}</i>{/let}
      未译
      """;

  private static final Catalogue CATALOGUE =
      new Catalogue(
          Map.of(
              "{organ}{count}件申请", "{count} \"applications\" & <more> of {organ}",
              "多", "many",
              "共{count}件", "{count} \"in\" all",
              "共", "In all",
              "件， 都已办结", "applications, all concluded",
              "没有", "None",
              "更正原因（必填）", "Reason (required)"));

  private static final Engine ENGINE =
      Engine.builder()
          .addDefaults()
          .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
          .addNamespaceResolver(
              NamespaceResolver.builder("wording").resolve(WordedTemplatesTest::asked).build())
          .addParserHook(
              template ->
                  template.addContentFilter(source -> TemplateTexts.worded(source, CATALOGUE)))
          .build();

  private static Object asked(EvalContext question) {
    return question.getName().equals("english")
        ? Wording.isEnglish()
        : CATALOGUE
            .english(question.getParams().get(0).getLiteral().toString())
            .filter(english -> Wording.isEnglish())
            .orElseGet(() -> question.getParams().get(0).getLiteral().toString());
  }

  private static String rendered(Locale language, int count) {
    return PageLanguage.in(
        language,
        () ->
            ENGINE
                .parse(SOURCE, Variant.forContentType(Variant.TEXT_HTML))
                .data("organ", "某局<b>")
                .data("count", count)
                .render());
  }

  @Test
  void in_chinese_a_template_is_what_it_was() {
    String plain =
        Engine.builder()
            .addDefaults()
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build()
            .parse(SOURCE, Variant.forContentType(Variant.TEXT_HTML))
            .data("organ", "某局<b>")
            .data("count", 3)
            .render();

    assertThat(rendered(Locale.CHINESE, 3)).isEqualTo(plain).contains("某局&lt;b&gt;3件申请");
  }

  @Test
  void in_english_each_text_is_what_the_catalogue_has_for_it() {
    assertThat(rendered(Locale.ENGLISH, 3))
        .contains(
            "<h1 class=\"a many\">3 &quot;applications&quot; &amp; &lt;more&gt; of 某局&lt;b&gt;</h1>")
        .contains(
            "<p title=\"3 &quot;in&quot; all\">\n  In all <b>3</b> applications, all concluded\n</p>")
        .contains("<a href=\"/x?a=3&b=1\">English only 某局&lt;b&gt;</a>")
        .contains("<i>Reason (required)</i>")
        .contains("未译");
    assertThat(rendered(Locale.ENGLISH, 1)).contains("None").contains("class=\"a\"");
  }

  @Test
  void the_texts_of_a_template_are_those_that_catalogues_have() {
    assertThat(TemplateTexts.of(SOURCE))
        .containsExactlyInAnyOrder(
            "{organ}{count}件申请", "多", "共{count}件", "共", "件， 都已办结", "没有", "更正原因（必填）", "未译");
  }
}
