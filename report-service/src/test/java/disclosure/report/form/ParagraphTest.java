package disclosure.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParagraphTest {

  @ParameterizedTest
  @CsvSource({
    "（一）主动公开。一是公开信息。, （一）主动公开。, 一是公开信息。",
    "（十二）加强组织领导，落实责任。我局高度重视。, （十二）加强组织领导，落实责任。, 我局高度重视。",
    "（二）依申请公开, （二）依申请公开, ''",
    "（三）监督保障。, （三）监督保障。, ''"
  })
  void a_heading_of_the_second_level_is_told_from_what_follows(
      String written, String heading, String text) {
    assertThat(Paragraph.of(written)).isEqualTo(new Paragraph(heading, text));
    assertThat(Paragraph.of(written).isHeading()).isEqualTo(text.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "（一）2024年共受理申请27件。其中予以公开4件。",
        "（二）一是健全制度；二是加强培训。三是监督。",
        "根据《中华人民共和国政府信息公开条例》（一）编制。",
        "一、总体情况",
        "（一）我单位认真贯彻落实党中央国务院关于全面推进政务公开工作的各项决策部署和省市要求。成效明显。",
        ""
      })
  void what_is_a_sentence_is_no_heading(String written) {
    assertThat(Paragraph.of(written)).isEqualTo(new Paragraph("", written));
    assertThat(Paragraph.of(written).isHeading()).isFalse();
  }
}
