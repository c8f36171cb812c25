package disclosure.local.launcher;

import java.util.stream.Stream;

/** The three services of the product. */
enum Service {
  REQUESTS("requests", "application-requests-service", Port.REQUESTS, Port.REQUESTS_MANAGEMENT),
  STATISTICS("statistics", "statistics-service", Port.STATISTICS, Port.STATISTICS_MANAGEMENT),
  REPORT("report", "report-service", Port.REPORT, Port.REPORT_MANAGEMENT);

  private final String shortName;
  private final String folder;
  private final Port port;
  private final Port management;

  Service(String shortName, String folder, Port port, Port management) {
    this.shortName = shortName;
    this.folder = folder;
    this.port = port;
    this.management = management;
  }

  /** As options and {@code stack.json} call it. */
  String shortName() {
    return shortName;
  }

  String folder() {
    return folder;
  }

  Port port() {
    return port;
  }

  Stream<Port> itsPorts() {
    return Stream.of(port, management);
  }

  Ports ports(int offset) {
    return new Ports(port.with(offset), management.with(offset));
  }
}
