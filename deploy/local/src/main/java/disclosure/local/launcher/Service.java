package disclosure.local.launcher;

/** The three services of the product. */
enum Service {
  REQUESTS("requests", "application-requests-service", Port.REQUESTS),
  STATISTICS("statistics", "statistics-service", Port.STATISTICS),
  REPORT("report", "report-service", Port.REPORT);

  private final String shortName;
  private final String folder;
  private final Port port;

  Service(String shortName, String folder, Port port) {
    this.shortName = shortName;
    this.folder = folder;
    this.port = port;
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
}
