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
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

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
      VALUES (?, ?, ?, ?::jsonb)
      """;
  private static final String PAGE =
      """
      SELECT version, state FROM requests.organ_version
      WHERE organ_code = ? AND version < ? ORDER BY version DESC LIMIT ?
      """;

  private final DataSource database;

  OrganVersions(DataSource database) {
    this.database = database;
  }

  /**
   * Some versions, newest first.
   *
   * @param items as they were published
   * @param before the parameter of that name that continues the list; absent at its end
   */
  record Page(List<JsonNode> items, Optional<Long> before) {}

  void append(Connection connection, Caller caller, OrganState state) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
      insert.setString(1, state.organCode().value());
      insert.setLong(2, state.version());
      insert.setString(3, caller.clientId());
      insert.setString(4, JSON.writeValueAsString(state));
      insert.executeUpdate();
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException("the state has no JSON form", impossible);
    }
  }

  /** Versions below the given one; empty when the directory does not have the organ. */
  Optional<Page> page(OrganCode organ, int before, int size) throws SQLException {
    List<JsonNode> items = new ArrayList<>();
    long last = before;
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setString(1, organ.value());
      select.setInt(2, before);
      select.setInt(3, size);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          last = row.getLong(1);
          items.add(JSON.readTree(row.getString(2)));
        }
      }
    } catch (JsonProcessingException impossible) {
      throw new SQLException("a version of an organ can't be read", impossible);
    }
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(new Page(items, last > 1 ? Optional.of(last) : Optional.empty()));
  }
}
