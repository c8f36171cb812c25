package disclosure.local.launcher;

import disclosure.local.server.FreePort;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The ports of the stack on loopback, before the offset. */
enum Port {
  FRONT_DOOR(8080, "the front door"),
  REQUESTS(8081, "the application requests service"),
  STATISTICS(8082, "the statistics service"),
  REPORT(8083, "the report service"),
  REQUESTS_MANAGEMENT(9081, "health and metrics of the application requests service"),
  STATISTICS_MANAGEMENT(9082, "health and metrics of the statistics service"),
  REPORT_MANAGEMENT(9083, "health and metrics of the report service"),
  ISSUER(8084, "the OIDC issuer"),
  POSTGRES(15432, "PostgreSQL"),
  KAFKA(19092, "Kafka"),
  KAFKA_CONTROLLER(19093, "Kafka's controller");

  private final int number;
  private final String user;

  Port(int number, String user) {
    this.number = number;
    this.user = user;
  }

  /** What browsers open nothing at (Fetch, "bad port"), as far as an offset leads there. */
  private static final int REFUSED_BY_BROWSERS = 10080;

  int with(int offset) {
    return number + offset;
  }

  /**
   * Makes sure that a browser opens the pages and the sign-in.
   *
   * @throws CannotStart when it opens nothing at one of their ports
   */
  static void requireOpen(int offset) {
    for (Port port : List.of(FRONT_DOOR, ISSUER)) {
      if (port.with(offset) == REFUSED_BY_BROWSERS) {
        throw new CannotStart(
            String.format(
                Locale.ROOT,
                "Browsers refuse to open port %d, which would be that of %s; choose another"
                    + " --port-offset.",
                REFUSED_BY_BROWSERS,
                port.user));
      }
    }
  }

  /**
   * Makes sure that nobody listens on any of them, but for those of services that others run.
   *
   * @throws CannotStart naming the first that is taken
   */
  static void requireFree(int offset, Set<Service> without) {
    List<Port> others = without.stream().flatMap(Service::itsPorts).toList();
    List<Port> taken =
        Arrays.stream(values())
            .filter(port -> !others.contains(port) && !FreePort.isFree(port.with(offset)))
            .toList();
    if (!taken.isEmpty()) {
      Port port = taken.get(0);
      throw new CannotStart(
          String.format(
              Locale.ROOT,
              "Port %d, needed by %s, is taken by another program; stop that, or choose other ports"
                  + " with --port-offset.",
              port.with(offset),
              port.user));
    }
  }
}
