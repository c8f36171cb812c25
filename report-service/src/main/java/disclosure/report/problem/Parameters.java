package disclosure.report.problem;

import disclosure.report.content.ReportScope;
import disclosure.report.language.Text;
import disclosure.requests.contract.OrganCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values of path parameters, which a resource takes as text. */
public final class Parameters {

  /** The first year that a report can be on: the Regulation came into force on 1 May 2008. */
  private static final int FIRST_YEAR = 2008;

  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  private Parameters() {}

  /**
   * The organ that a path names.
   *
   * @throws Refusal 400, naming the parameter
   */
  public static OrganCode organCode(String name, String text) {
    if (!OrganCode.isValid(text)) {
      throw Refusal.invalid(List.of(new Fault(name, FormTexts.of(OrganCode.class))));
    }
    return new OrganCode(text);
  }

  /**
   * The scope that a query names; the organ alone when it names none.
   *
   * @throws Refusal 400, naming the parameter
   */
  public static ReportScope reportScope(String name, Optional<String> text) {
    return text.isEmpty()
        ? ReportScope.OWN
        : Arrays.stream(ReportScope.values())
            .filter(scope -> scope.name().equals(text.get()))
            .findFirst()
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        name, new Text("应为 OWN、LEVEL 或 REGION", "must be OWN, LEVEL or REGION")));
  }

  /**
   * The year that a path names.
   *
   * @param latest the last year that there can be a report on
   * @throws Refusal 400, naming the parameter
   */
  public static int reportYear(String name, String text, int latest) {
    int year = YEAR.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (year < FIRST_YEAR || year > latest) {
      throw Refusal.invalid(
          name, Text.of("应为%d至%d之间的年份", "must be a year from %d to %d", FIRST_YEAR, latest));
    }
    return year;
  }
}
