package disclosure.requests.page.ledger;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages as they are written. */
@CheckedTemplate(basePath = "page")
final class Templates {

  private Templates() {}

  /** Which ledger, and what was found in it. */
  static native TemplateInstance ledger(String person, LedgerForm form);

  /** How far an import is, and what was done with its rows. */
  static native TemplateInstance imported(String person, Imported imported);
}
