package disclosure.report.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.report.content.DocumentFigures;
import disclosure.report.content.FormerProactive;
import disclosure.report.content.NamedFigure;
import disclosure.report.content.ProactiveFigures;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Leaves out of answers what isn't entered yet, and what the edition of the form has no figures
 * for, so that table two can be sent back as it was read.
 */
@Singleton
class AnswerJson implements ObjectMapperCustomizer {

  @Override
  public void customize(ObjectMapper mapper) {
    for (Class<?> table :
        List.of(
            ProactiveFigures.class,
            DocumentFigures.class,
            FormerProactive.IssuedDocuments.class,
            FormerProactive.DecidedItems.class,
            FormerProactive.ManagedItems.class,
            FormerProactive.Procurement.class,
            NamedFigure.class)) {
      mapper.addMixIn(table, WithoutAbsent.class);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  private interface WithoutAbsent {}
}
