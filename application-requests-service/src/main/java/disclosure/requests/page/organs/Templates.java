package disclosure.requests.page.organs;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages as they are written. */
@CheckedTemplate(basePath = "page")
final class Templates {

  private Templates() {}

  /** The directory on a day. */
  static native TemplateInstance organs(String person, DirectoryScreen screen);

  /** One organ. */
  static native TemplateInstance organ(String person, OrganScreen screen);

  /** A new one. */
  static native TemplateInstance neworgan(String person, NewOrganScreen screen);
}
