package disclosure.report.reference;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.content.DocumentFigures;
import disclosure.report.content.FormerProactive;
import disclosure.report.content.NamedFigure;
import disclosure.report.content.ProactiveFigures;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.Counts;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferringTextTest {

  private static final DocumentFigures NONE = new DocumentFigures(0, 3, 0);

  /** The published table of 2024: 26 concluded, 4 in part, 21 not held, one complaint. */
  private static final References REFERENCES =
      References.of(
          Arrays.stream(FormRow.values()).map(ReferringTextTest::row).toList(),
          Arrays.stream(DisputeKind.values()).map(kind -> DisputeRow.of(kind, 1, 0, 0, 0)).toList(),
          Optional.empty(),
          new ProactiveFigures(NONE, NONE, 0, 0, 0, new BigDecimal("1.5")),
          List.of(new NamedFigure("visits", "访问次数", 4_051_452, List.of())));

  private static final FormerProactive FIVE_LICENCES =
      new FormerProactive(
          FormerProactive.IssuedDocuments.EMPTY,
          FormerProactive.IssuedDocuments.EMPTY,
          new FormerProactive.DecidedItems(7, -1, 5),
          FormerProactive.DecidedItems.EMPTY,
          FormerProactive.DecidedItems.EMPTY,
          FormerProactive.DecidedItems.EMPTY,
          FormerProactive.ManagedItems.EMPTY,
          FormerProactive.Procurement.EMPTY);

  private static MatrixRow row(FormRow row) {
    return MatrixRow.of(
        row,
        switch (row) {
          case NEWLY_RECEIVED -> Counts.of(26, 1, 0, 0, 0, 0);
          case PARTIALLY_DISCLOSED -> Counts.of(4, 0, 0, 0, 0, 0);
          case NOT_HELD -> Counts.of(21, 0, 0, 0, 0, 0);
          case PETITION_OR_COMPLAINT -> Counts.of(0, 1, 0, 0, 0, 0);
          case CONCLUDED -> Counts.of(25, 1, 0, 0, 0, 0);
          case CARRIED_OUT -> Counts.of(1, 0, 0, 0, 0, 0);
          default -> Counts.ZERO;
        });
  }

  @ParameterizedTest
  @CsvSource({
    "matrix.NEWLY_RECEIVED.total, 27",
    "matrix.NEWLY_RECEIVED.COMMERCIAL_ENTERPRISE, 1",
    "matrix.NOT_HELD.share, 80.77",
    "outcomes.UNABLE_TO_PROVIDE.total, 21",
    "outcomes.PARTIALLY_DISCLOSED.share, 15.38",
    "disputes.RECONSIDERATION.upheld, 1",
    "disputes.LITIGATION.total, 2",
    "proactive.normativeDocuments.repealed, 3",
    "proactive.administrativeFees10kYuan, 1.5",
    "figures.visits, 4051452"
  })
  void a_reference_prints_as_its_figure(String name, String printed) {
    ReferringText text = new ReferringText("共{{" + name + "}}件，{{ " + name + " }}");
    assertThat(text.filled(REFERENCES)).isEqualTo("共" + printed + "件，" + printed);
    assertThat(text.unknown(REFERENCES)).isEmpty();
  }

  @Test
  void before_there_is_a_value_a_reader_is_told_what_it_counts() {
    ReferringText text = new ReferringText("按时{{handling.inTime}}件，共{{figures.visits}}次，{{x}}");
    assertThat(text.told(REFERENCES)).isEqualTo("按时〔登记系统本年按时办结件数〕件，共4051452次，{{x}}");
    assertThat(text.filled(REFERENCES)).contains("{{handling.inTime}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{{}}", "{{matrix}}", "{{figures.other}}", "{{", "{{matrix.X.total", "{{$1}}"})
  void a_reference_to_nothing_is_told_by_its_place(String wrong) {
    ReferringText text = new ReferringText("{{figures.visits}}次，" + wrong);
    assertThat(text.unknown(REFERENCES))
        .extracting(ReferringText.UnknownReference::place)
        .containsExactly(2);
    assertThat(text.filled(REFERENCES)).isEqualTo("4051452次，" + wrong);
  }

  @Test
  void a_reference_to_nothing_is_told_by_its_name_when_it_has_one() {
    assertThat(new ReferringText("{{ matrix.X.totl }}、{{张三}}、{{").unknown(REFERENCES))
        .extracting(ReferringText.UnknownReference::name)
        .containsExactly(Optional.of("matrix.X.totl"), Optional.empty(), Optional.empty());
  }

  @Test
  void a_figure_that_cant_be_had_leaves_its_reference() {
    ReferringText text = new ReferringText("{{handling.feeNotices}}件");
    assertThat(text.unknown(REFERENCES)).isEmpty();
    assertThat(text.filled(REFERENCES)).isEqualTo("{{handling.feeNotices}}件");
  }

  @Test
  void every_proposed_sentence_refers_to_figures_that_there_are() {
    assertThat(Proposal.of(2024))
        .allSatisfy(
            proposal ->
                assertThat(new ReferringText(proposal.text()).unknown(REFERENCES)).isEmpty())
        .anySatisfy(
            proposal ->
                assertThat(new ReferringText(proposal.text()).filled(REFERENCES))
                    .startsWith("2024年，本机关共新收政府信息公开申请27件，其中自然人26件，商业企业1件，"));
  }

  /** What isn't entered is missing, and never 0. */
  @Test
  void the_edition_of_2019_has_figures_of_its_own_and_none_of_the_other() {
    References former =
        References.of(
            Arrays.stream(FormRow.values()).map(ReferringTextTest::row).toList(),
            List.of(),
            Optional.empty(),
            ProactiveFigures.of(FIVE_LICENCES),
            List.of());
    ReferringText text =
        new ReferringText(
            "{{formerProactive.administrativeLicences.decisions}}件，{{formerProactive.regulations.made}}件，"
                + "{{proactive.administrativeLicences}}件");
    assertThat(text.filled(former))
        .isEqualTo(
            "5件，{{formerProactive.regulations.made}}件，{{proactive.administrativeLicences}}件");
    assertThat(former.all())
        .filteredOn(reference -> reference.name().startsWith("formerProactive."))
        .hasSize(22);
  }
}
