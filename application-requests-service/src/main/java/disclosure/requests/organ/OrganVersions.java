package disclosure.requests.organ;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import disclosure.edge.Caller;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganState;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything that was ever recorded of the organs. */
@ApplicationScoped
class OrganVersions {

  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private static final String APPEND =
      """
      INSERT INTO requests.organ_version (organ_code, version, client_id, state)
      VALUES (:organ, :version, :client, :state::jsonb)
      """;
  private static final String PAGE =
      """
      SELECT version, state FROM requests.organ_version
      WHERE organ_code = :organ AND version < :before ORDER BY version DESC LIMIT :size
      """;

  private final DataSource database;

  OrganVersions(DataSource database) {
    this.database = database;
  }

  /**
   * Some versions, newest first.
   *
   * @param items as they were published
   * @param next where there are more; null in JSON at the end
   * @param before the parameter of that name that next has, as it was told before
   */
  @Schema(name = "OrganVersions")
  record Page(
      @Schema(implementation = OrganState[].class) List<JsonNode> items,
      Optional<URI> next,
      @Schema(deprecated = true) Optional<Long> before) {

    Page at(URI more) {
      return new Page(items, Optional.of(more), before);
    }
  }

  void append(Connection connection, Caller caller, OrganState state) throws SQLException {
    try {
      Sql.of(connection, APPEND)
          .with("organ", state.organCode())
          .with("version", state.version())
          .with("client", caller.clientId())
          .with("state", JSON.writeValueAsString(state))
          .update();
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException("the state has no JSON form", impossible);
    }
  }

  /** Versions below the given one; empty when the directory does not have the organ. */
  Optional<Page> page(OrganCode organ, int before, int size) throws SQLException {
    record Version(long version, JsonNode state) {}
    List<Version> found;
    try (Connection connection = database.getConnection()) {
      found =
          Sql.of(connection, PAGE)
              .with("organ", organ)
              .with("before", before)
              .with("size", size)
              .rows(row -> new Version(row.getLong("version"), json(row.getString("state"))));
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    long last = found.get(found.size() - 1).version();
    return Optional.of(
        new Page(
            found.stream().map(Version::state).toList(),
            Optional.empty(),
            last > 1 ? Optional.of(last) : Optional.empty()));
  }

  private static JsonNode json(String state) throws SQLException {
    try {
      return JSON.readTree(state);
    } catch (JsonProcessingException impossible) {
      throw new SQLException("a version of an organ can't be read", impossible);
    }
  }
}
