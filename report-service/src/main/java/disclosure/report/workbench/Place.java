package disclosure.report.workbench;

import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.requests.contract.OrganCode;

/** Where the pages of the workbench are. */
public final class Place {

  /** Where a person finds the reports of his organs. */
  public static final String HOME = "/workbench";

  private Place() {}

  /** The reports of an organ. */
  public static String of(OrganCode organ) {
    return HOME + "/" + organ.value();
  }

  /** A report. */
  public static String of(ReportId id) {
    return of(id, "");
  }

  /** What is done with it, or a part of it. */
  public static String of(ReportId id, String part) {
    String scope = id.scope() == ReportScope.OWN ? "" : "?scope=" + id.scope();
    return of(id.organ()) + "/" + id.year() + (part.isEmpty() ? "" : "/" + part) + scope;
  }

  /** Where everybody reads it, once it is published. */
  public static String published(ReportId id) {
    return of(id).replaceFirst(HOME, "/published");
  }

  /** The same with a parameter more. */
  public static String of(ReportId id, String part, String parameter) {
    String address = of(id, part);
    return address + (address.contains("?") ? "&" : "?") + parameter;
  }
}
