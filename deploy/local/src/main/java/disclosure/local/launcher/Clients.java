package disclosure.local.launcher;

import disclosure.local.server.LocalClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The clients that the local issuer knows. */
final class Clients {

  /** The report service's own client, with which it asks the other services. */
  static final String REPORT_SERVICE = "report-service";

  /** The statistics service's own client, with which it asks the register. */
  static final String STATISTICS_SERVICE = "statistics-service";

  /** The pages' client, through which people sign in; for itself it may nothing. */
  static final String PAGES = "pages";

  private static final List<String> ROLES =
      List.of("recorder", "analyst", "editor", "publisher", "administrator");

  /** A client of one organ alone, to try what another organ sees. */
  private static final String OTHER = "recorderOfAnotherOrgan";

  /** A client of every role, whose calls for tokens say which of them and whose organs. */
  private static final String TESTER = "tester";

  private static final String OTHER_ORGAN = "11100000000013338W";

  private final Map<String, LocalClient> byName = new TreeMap<>();

  Clients(Home home) throws IOException {
    for (String role : ROLES) {
      add(role, home, List.of(role), "*");
    }
    add(OTHER, home, List.of("recorder"), OTHER_ORGAN);
    add(TESTER, home, ROLES, "*");
    add(REPORT_SERVICE, home, List.of("analyst"), "*");
    add(STATISTICS_SERVICE, home, List.of("analyst"), "*");
    add(PAGES, home, List.of());
  }

  private void add(String name, Home home, List<String> roles, String... organs)
      throws IOException {
    byName.put(name, new LocalClient(name, Secrets.ofClient(home, name), roles, List.of(organs)));
  }

  List<LocalClient> all() {
    return new ArrayList<>(byName.values());
  }

  LocalClient named(String name) {
    return byName.get(name);
  }

  /** The clients that people and other systems use; the services keep theirs to themselves. */
  List<LocalClient> offered() {
    return byName.values().stream()
        .filter(client -> !List.of(REPORT_SERVICE, STATISTICS_SERVICE, PAGES).contains(client.id()))
        .toList();
  }
}
