package disclosure.floor;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Stores the body as it is, in one durable INSERT. */
@Path("/insert")
@Blocking
class InsertResource {

  private final DataSource database;

  InsertResource(DataSource database) {
    this.database = database;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public String insert(String body) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO posted (id, body) VALUES (DEFAULT, ?)")) {
      insert.setString(1, body);
      insert.executeUpdate();
    }
    return "{}";
  }
}
