package disclosure.report.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.report.content.ProactiveFigures;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * Leaves out of answers what the edition of the form has no figures for, so that table two can be
 * sent back as it was read.
 */
@Singleton
class AnswerJson implements ObjectMapperCustomizer {

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.addMixIn(ProactiveFigures.class, WithoutAbsent.class);
  }

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  private interface WithoutAbsent {}
}
