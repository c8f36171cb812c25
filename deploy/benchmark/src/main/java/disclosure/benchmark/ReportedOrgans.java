package disclosure.benchmark;

import disclosure.requests.contract.OrganCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A city, its counties and their departments, each with applications of one year. */
final class ReportedOrgans {

  private static final int COUNTIES = 30;
  private static final int APPLICATIONS = 10;

  private final List<Organ> organs = new ArrayList<>();

  /** An organ. */
  record Organ(String code, String name, String kind, Optional<String> parent) {}

  /**
   * @param size how many organs, the city among them
   */
  ReportedOrgans(int size) {
    Organ city = add("吕梁市人民政府", "GOVERNMENT", Optional.empty());
    List<Organ> counties = new ArrayList<>();
    for (int i = 1; i <= COUNTIES && organs.size() < size; i++) {
      counties.add(add("吕梁市第" + i + "县人民政府", "GOVERNMENT", Optional.of(city.code())));
    }
    for (int i = 0; organs.size() < size; i++) {
      Organ county = counties.get(i % counties.size());
      add(county.name() + "第" + i + "局", "DEPARTMENT", Optional.of(county.code()));
    }
  }

  /** The city first, then its counties, then their departments. */
  List<Organ> all() {
    return organs;
  }

  /** Registers organs and applications, and waits until they are counted. */
  void register(Client client, String register, String statistics) throws Exception {
    put(client, register);
    StringBuilder lines = new StringBuilder();
    for (Organ organ : organs) {
      for (int i = 0; i < APPLICATIONS; i++) {
        lines.append(line(organ, i)).append('\n');
      }
    }
    client.post(register + "/applications/batch", "application/x-ndjson", lines.toString());
    String matrix = statistics + "/matrix?year=2024&scope=SUBTREE&organ=" + organs.get(0).code();
    long expected = (long) APPLICATIONS * organs.size();
    Wait.until(
        Duration.ofMinutes(5),
        () -> {
          Thread.sleep(200);
          return client.get(matrix).at("/rows/0/total").asLong() == expected;
        });
  }

  /** One after the other: a change of the directory locks all of it. */
  private void put(Client client, String register) throws Exception {
    for (Organ organ : organs) {
      var body = Client.JSON.createObjectNode().put("name", organ.name()).put("kind", organ.kind());
      organ.parent().ifPresent(parent -> body.put("parentOrganCode", parent));
      client.put(register + "/organs/" + organ.code(), body);
    }
  }

  private static String line(Organ organ, int number) {
    return String.format(
        Locale.ROOT,
        "{\"organCode\":\"%s\",\"sourceReference\":\"2024-%03d\",\"receivedOn\":\"2024-03-04\","
            + "\"channel\":\"ONLINE\",\"applicant\":{\"type\":\"%s\"},\"imported\":true,"
            + "\"steps\":[{\"type\":\"CONCLUDED\",\"on\":\"2024-03-20\",\"outcome\":\"%s\"}]}",
        organ.code(),
        number,
        number % 3 == 0 ? "COMMERCIAL_ENTERPRISE" : "NATURAL_PERSON",
        number % 2 == 0 ? "DISCLOSED" : "NOT_HELD");
  }

  private Organ add(String name, String kind, Optional<String> parent) {
    String first = String.format(Locale.ROOT, "11141100%09d", organs.size() + 1);
    Organ organ = new Organ(first + OrganCode.checkCharacter(first), name, kind, parent);
    organs.add(organ);
    return organ;
  }
}
