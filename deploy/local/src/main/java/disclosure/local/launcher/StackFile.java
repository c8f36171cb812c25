package disclosure.local.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.local.server.LocalClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** {@code stack.json}: where a running stack is found, and with which clients. */
final class StackFile {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private StackFile() {}

  static void write(
      Path file,
      String requests,
      String statistics,
      String report,
      String tokenEndpoint,
      Clients clients)
      throws IOException {
    ObjectNode stack = MAPPER.createObjectNode();
    stack.put("requests", requests);
    stack.put("statistics", statistics);
    stack.put("report", report);
    stack.put("tokenEndpoint", tokenEndpoint);
    ObjectNode offered = stack.putObject("clients");
    for (LocalClient client : clients.offered()) {
      offered.putObject(client.id()).put("id", client.id()).put("secret", client.secret());
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    MAPPER.writerWithDefaultPrettyPrinter().writeValue(fresh.toFile(), stack);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
