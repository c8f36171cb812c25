package disclosure.report.catalogue;

import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.requests.contract.OrganCode;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A report in the list, as an address says it: where a page ended, or a part begins. */
public final class CatalogueKey {

  private static final Pattern FORM = Pattern.compile("([0-9A-Z]{18})-(\\d{4})-([A-Z]+)");

  private CatalogueKey() {}

  /** The same of a report, for the page that begins behind it. */
  public static String of(ReportId id) {
    return id.organ().value() + "-" + id.year() + "-" + id.scope();
  }

  /**
   * The report that a parameter names.
   *
   * @throws Refusal 400 when the text doesn't come from there
   */
  public static Optional<ReportId> read(String parameter, Optional<String> given) {
    return given.map(
        text ->
            Optional.of(FORM.matcher(text))
                .filter(Matcher::matches)
                .flatMap(CatalogueKey::read)
                .orElseThrow(() -> Refusal.invalid(InputFault.NOT_FROM_NEXT.at(parameter))));
  }

  private static Optional<ReportId> read(Matcher parts) {
    return OrganCode.isValid(parts.group(1))
        ? Arrays.stream(ReportScope.values())
            .filter(scope -> scope.name().equals(parts.group(3)))
            .findFirst()
            .map(
                scope ->
                    new ReportId(
                        new OrganCode(parts.group(1)), Integer.parseInt(parts.group(2)), scope))
        : Optional.empty();
  }
}
