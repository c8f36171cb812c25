package disclosure.requests.page.applicant;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page as it is written. */
@CheckedTemplate(basePath = "page")
final class Templates {

  private Templates() {}

  /** Who applies. */
  static native TemplateInstance applicant(String person, ApplicantScreen screen);
}
