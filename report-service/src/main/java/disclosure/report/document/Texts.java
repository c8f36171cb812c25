package disclosure.report.document;

import disclosure.report.form.AnnualReport;
import java.util.stream.Stream;

/** What an editor wrote or an organ is called: all that is printed beside the form's own words. */
final class Texts {

  private Texts() {}

  static String printed(AnnualReport report) {
    return Stream.of(
            report.lead().stream(),
            report.overview().stream(),
            report.problems().stream(),
            report.otherMatters().stream(),
            Stream.of(report.organName(), report.signedBy()))
        .flatMap(texts -> texts)
        .reduce("", String::concat);
  }
}
