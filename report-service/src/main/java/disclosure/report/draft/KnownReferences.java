package disclosure.report.draft;

import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.report.content.DraftContent;
import disclosure.report.fault.ReportFault;
import disclosure.report.reference.References;
import disclosure.report.reference.ReferringText;
import java.util.ArrayList;
import java.util.List;

/** Makes sure that texts refer only to figures that there are. */
final class KnownReferences {

  private KnownReferences() {}

  /**
   * @throws Refusal 400, naming every paragraph and which of its references is at fault
   */
  static void require(DraftContent content) {
    References known = References.known(content);
    List<Fault> faults = new ArrayList<>();
    text("lead", content.lead(), known, faults);
    text("overview", content.overview(), known, faults);
    text("problems", content.problems(), known, faults);
    text("otherMatters", content.otherMatters(), known, faults);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  private static Fault fault(String field, ReferringText.UnknownReference unknown) {
    return unknown
        .name()
        .map(name -> ReportFault.UNKNOWN_FIGURE.at(field, unknown.place(), name))
        .orElseGet(() -> ReportFault.MALFORMED_REFERENCE.at(field, unknown.place()));
  }

  private static void text(
      String field, List<String> paragraphs, References known, List<Fault> faults) {
    for (int i = 0; i < paragraphs.size(); i++) {
      for (ReferringText.UnknownReference unknown :
          new ReferringText(paragraphs.get(i)).unknown(known)) {
        faults.add(fault(field + "[" + i + "]", unknown));
      }
    }
  }
}
