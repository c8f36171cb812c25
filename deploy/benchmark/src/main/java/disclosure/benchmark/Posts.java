package disclosure.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.benchmark.Load.Call;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Single posts of applications: the same bytes to a register and to the bare endpoint. */
final class Posts {

  private static final String ORGAN = "111411240123456713";

  private final AtomicInteger number = new AtomicInteger();

  /** Where the bare endpoint stores what it is sent. */
  static void table(Statement owner) throws SQLException {
    owner.execute("CREATE SCHEMA IF NOT EXISTS floor");
    owner.execute(
        "CREATE TABLE posted (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text)");
    owner.execute("GRANT USAGE ON SCHEMA floor TO floor_service");
    owner.execute("GRANT INSERT ON posted TO floor_service");
  }

  /** Registers the organ that all of them are for. */
  void organ(String register, Client client) throws IOException, InterruptedException {
    ObjectNode organ = Client.JSON.createObjectNode();
    organ.put("name", "临县人民政府办公室").put("kind", "DEPARTMENT");
    client.put(register + "/organs/" + ORGAN, organ);
  }

  Call toFloor(String url) {
    return new Call(url + "/insert", Optional.of(line()));
  }

  Call toRegister(String url) {
    return new Call(url + "/applications", Optional.of(line()));
  }

  /** One that was never sent before. */
  String line() {
    return String.format(
        Locale.ROOT,
        "{\"organCode\":\"%s\",\"sourceReference\":\"%d-%s\",\"receivedOn\":\"2026-03-02\","
            + "\"channel\":\"ONLINE\",\"applicant\":{\"type\":\"NATURAL_PERSON\",\"name\":\"张三\","
            + "\"identityNumber\":\"141124199001011234\",\"contact\":\"13800000000\"},"
            + "\"subject\":\"某乡某村土地征收补偿安置方案及批复\"}",
        ORGAN,
        number.incrementAndGet(),
        UUID.randomUUID());
  }
}
