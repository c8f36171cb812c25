package disclosure.edge.look;

import disclosure.edge.page.ErrorPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages that every service has. */
@CheckedTemplate(basePath = "page")
final class LookTemplates {

  private LookTemplates() {}

  /** Something is refused; who may see nothing of the service is led to the others. */
  static native TemplateInstance refused(
      String person,
      String home,
      String title,
      String detail,
      List<String> errors,
      boolean forbidden);

  /** A form could not be taken just now. */
  static native TemplateInstance unsent(
      String person, String title, String detail, String address, List<ErrorPage.Value> values);

  /** The session ended before a form was sent. */
  static native TemplateInstance expired(
      String person, String address, List<ErrorPage.Value> values);
}
