package disclosure.report.workbench.board;

import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.requests.contract.OrganCode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for a report in a form.
 *
 * @param version of its draft, as it was shown; 0 when there was none
 */
record Choice(OrganCode organ, ReportScope scope, long version) {

  private static final Pattern FORM =
      Pattern.compile("([0-9A-Z]{18})\\.(OWN|LEVEL|REGION)\\.(\\d{1,12})");

  static Choice of(ReportId id, long version) {
    return new Choice(id.organ(), id.scope(), version);
  }

  /** Empty for what no page could have sent. */
  static Optional<Choice> read(String value) {
    Matcher form = FORM.matcher(value);
    return form.matches() && OrganCode.isValid(form.group(1))
        ? Optional.of(
            new Choice(
                new OrganCode(form.group(1)),
                ReportScope.valueOf(form.group(2)),
                Long.parseLong(form.group(3))))
        : Optional.empty();
  }

  boolean isOf(ReportId id) {
    return organ.equals(id.organ()) && scope == id.scope();
  }

  @Override
  public String toString() {
    return organ.value() + "." + scope + "." + version;
  }
}
