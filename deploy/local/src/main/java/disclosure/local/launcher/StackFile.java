package disclosure.local.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.local.server.LocalClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** {@code stack.json}: where a running stack is found, and with which clients. */
final class StackFile {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private StackFile() {}

  static void write(
      Path file,
      String requests,
      String statistics,
      String report,
      Map<Service, String> management,
      String kafka,
      String tokenEndpoint,
      Clients clients)
      throws IOException {
    ObjectNode stack = MAPPER.createObjectNode();
    stack.put("requests", requests);
    stack.put("statistics", statistics);
    stack.put("report", report);
    for (Service service : Service.values()) {
      stack.put(service.shortName() + "Management", management.get(service));
    }
    stack.put("kafka", kafka);
    stack.put("tokenEndpoint", tokenEndpoint);
    ObjectNode offered = stack.putObject("clients");
    for (LocalClient client : clients.offered()) {
      offered.putObject(client.id()).put("id", client.id()).put("secret", client.secret());
    }
    OwnerOnly.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(stack));
  }
}
