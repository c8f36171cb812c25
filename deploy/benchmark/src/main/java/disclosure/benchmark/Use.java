package disclosure.benchmark;

import disclosure.local.launcher.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a service holds at a moment, as its JVM, PostgreSQL and Linux tell it.
 *
 * @param heapMegabytes what is on the heap after it was collected
 * @param residentMegabytes what the process takes of the machine's memory
 * @param files open, sockets among them
 * @param threads all, the JVM's own too
 * @param connections established, to whomever
 * @param databaseConnections as its database counts them
 */
record Use(
    double heapMegabytes,
    double residentMegabytes,
    double files,
    double threads,
    double connections,
    double databaseConnections) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Where everything is that outlives a collection, since it is compacted into there. */
  private static final String TENURED = "jvm_memory_used_bytes{area=\"heap\",id=\"Tenured Gen\"";

  private static final String ESTABLISHED = "01";

  /**
   * Collects the garbage of a service, and looks.
   *
   * @param name of its database
   * @param database a connection to it
   */
  static Use of(ServiceProcess service, String name, Connection database)
      throws IOException, InterruptedException, SQLException {
    collect(service.pid());
    double heap = heap(service);
    Path process = Path.of("/proc", Long.toString(service.pid()));
    Set<String> sockets = new HashSet<>();
    int files = 0;
    try (Stream<Path> open = Files.list(process.resolve("fd"))) {
      for (Path file : open.toList()) {
        files++;
        target(file, sockets);
      }
    }
    return new Use(
        heap,
        status(process, "VmRSS") / 1024,
        files,
        status(process, "Threads"),
        established(process, sockets),
        connections(name, database));
  }

  String line(int slice, String service) {
    return String.format(
        Locale.ROOT,
        "slice %2d %-10s heap %6.1f MB  resident %6.1f MB  files %4.0f  threads %4.0f"
            + "  connections %4.0f, to the database %3.0f",
        slice,
        service,
        heapMegabytes,
        residentMegabytes,
        files,
        threads,
        connections,
        databaseConnections);
  }

  private static void collect(long pid) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!jcmd.waitFor(1, TimeUnit.MINUTES) || jcmd.exitValue() != 0) {
      jcmd.destroyForcibly();
      throw new IllegalStateException("jcmd can't have the garbage of " + pid + " collected");
    }
  }

  private static double heap(ServiceProcess service) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service.managementUrl() + "/q/metrics")).build();
    return HTTP.send(request, BodyHandlers.ofLines())
            .body()
            .filter(line -> line.startsWith(TENURED))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .findFirst()
            .orElseThrow()
        / (1024 * 1024);
  }

  /** Notes the number of a socket. */
  private static void target(Path file, Set<String> sockets) throws IOException {
    try {
      String target = Files.readSymbolicLink(file).toString();
      if (target.startsWith("socket:[")) {
        sockets.add(target.substring("socket:[".length(), target.length() - 1));
      }
    } catch (java.nio.file.NoSuchFileException closed) {
      // Closed since it was listed.
    }
  }

  private static double status(Path process, String name) throws IOException {
    return Files.readAllLines(process.resolve("status")).stream()
        .filter(line -> line.startsWith(name + ":"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private static double established(Path process, Set<String> sockets) throws IOException {
    double established = 0;
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(process.resolve("net").resolve(table))) {
        String[] columns = line.strip().split("\\s+");
        if (columns[3].equals(ESTABLISHED) && sockets.contains(columns[9])) {
          established++;
        }
      }
    }
    return established;
  }

  private static double connections(String name, Connection database) throws SQLException {
    try (PreparedStatement count =
        database.prepareStatement("SELECT count(*) FROM pg_stat_activity WHERE usename = ?")) {
      count.setString(1, name + "_service");
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getDouble(1);
      }
    }
  }
}
