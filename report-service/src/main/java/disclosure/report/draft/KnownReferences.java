package disclosure.report.draft;

import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.report.content.DraftContent;
import disclosure.report.content.FormEdition;
import disclosure.report.content.ReportId;
import disclosure.report.fault.ReportFault;
import disclosure.report.reference.References;
import disclosure.report.reference.ReferringText;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes sure that texts refer only to figures that there are. */
final class KnownReferences {

  /** More than anybody corrects at once: nothing more is looked at. */
  static final int MAX_FAULTS = 50;

  private KnownReferences() {}

  /**
   * A sum's table two has the figures that its organs' reports have.
   *
   * @throws Refusal 400, naming every paragraph and which of its references is at fault, up to
   *     {@link #MAX_FAULTS}
   */
  static void require(ReportId id, DraftContent content) {
    References known = References.known(FormEdition.of(id.year()), content.figures());
    List<Fault> faults =
        Stream.of(
                text("lead", content.lead(), known),
                text("overview", content.overview(), known),
                text("problems", content.problems(), known),
                text("otherMatters", content.otherMatters(), known))
            .flatMap(found -> found)
            .limit(MAX_FAULTS)
            .toList();
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  private static Stream<Fault> text(String field, List<String> paragraphs, References known) {
    return IntStream.range(0, paragraphs.size())
        .boxed()
        .flatMap(
            at ->
                new ReferringText(paragraphs.get(at))
                    .unknown(known)
                    .map(unknown -> fault(field + "[" + at + "]", unknown)));
  }

  private static Fault fault(String field, ReferringText.UnknownReference unknown) {
    return unknown
        .name()
        .map(name -> ReportFault.UNKNOWN_FIGURE.at(field, unknown.place(), name))
        .orElseGet(() -> ReportFault.MALFORMED_REFERENCE.at(field, unknown.place()));
  }
}
