package disclosure.edge.look;

import io.quarkus.qute.EngineBuilder;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Has templates, which are written in Chinese, say the same in the language of the page. They are
 * changed as they are read by the running service; the build checks them as they are written.
 */
@Singleton
class WordedTemplates {

  void register(@Observes EngineBuilder engine) {
    Catalogue catalogue = Catalogue.load();
    engine.addParserHook(
        template -> template.addContentFilter(source -> TemplateTexts.worded(source, catalogue)));
  }
}
