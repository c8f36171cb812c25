package disclosure.statistics.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages as they are written. */
@CheckedTemplate(basePath = "page")
final class Templates {

  private Templates() {}

  /** A table. */
  static native TemplateInstance figures(
      String person, ChoiceForm form, List<Views.Tab> tabs, Figures figures);

  /** Charts. */
  static native TemplateInstance overview(
      String person, ChoiceForm form, List<Views.Tab> tabs, OverviewPage overview);

  /** Charts for a large screen. */
  static native TemplateInstance screen(OverviewPage overview);

  /** Organs beside each other. */
  static native TemplateInstance ranking(
      String person, ChoiceForm form, List<Views.Tab> tabs, RankingPage ranking);

  /** The applications behind a number. */
  static native TemplateInstance applications(String person, ApplicationsPage list);

  /** An organ is still to be chosen, or the choice can't be shown. */
  static native TemplateInstance choose(String person, ChoiceForm form, String notice);
}
