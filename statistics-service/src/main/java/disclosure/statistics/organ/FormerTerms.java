package disclosure.statistics.organ;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import disclosure.requests.contract.OrganTerm;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The former terms of an organ as they are stored; a newer release may have stored more. */
public final class FormerTerms {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private FormerTerms() {}

  /** The terms as JSON. */
  public static String write(List<OrganTerm> terms) throws SQLException {
    try {
      return JSON.writeValueAsString(terms);
    } catch (JsonProcessingException impossible) {
      throw new SQLException("the former terms of an organ have no JSON form", impossible);
    }
  }

  /** The terms; empty when they can't be read. */
  static Optional<List<OrganTerm>> read(String json) {
    try {
      return Optional.of(JSON.readValue(json, new TypeReference<List<OrganTerm>>() {}));
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }
}
