package disclosure.requests.security;

import static disclosure.requests.registration.ApplicationsIT.as;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.CallerScope;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.TestDirectory;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.registration.ApplicationsIT;
import disclosure.requests.transaction.Reach;
import disclosure.storage.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose an organ is, with all below it, once a reform has given it away, and until it does. */
@QuarkusTest
class ReformRightsIT {

  private static final List<TestClient> COUNTY =
      List.of(TestClient.COUNTY_RECORDER, TestClient.COUNTY_ADMINISTRATOR);
  private static final List<TestClient> OTHER =
      List.of(TestClient.FOREIGN_RECORDER, TestClient.FOREIGN_ADMINISTRATOR);

  @Inject DataSource database;
  @Inject OrganScopes scopes;

  private final String bureau = TestOrgans.fresh();
  private final String station = TestOrgans.fresh();
  private final String successor = TestOrgans.fresh();

  /** A bureau of the county with a station, and one of another government. */
  @BeforeEach
  void directory() {
    TestDirectory.register();
    TestDirectory.put(bureau, "某县工商局", "DEPARTMENT", TestOrgans.COUNTY);
    TestDirectory.put(station, "某工商所", "DEPARTMENT", bureau);
    TestDirectory.put(successor, "某市市场监督管理局", "DEPARTMENT", TestOrgans.FOREIGN);
  }

  @Test
  void what_was_merged_across_governments_is_the_successors_alone() throws Exception {
    isOf(COUNTY, OTHER);
    put(
        bureau,
        "某县工商局",
        TestOrgans.COUNTY,
        "validTo",
        "2024-06-30",
        "successorOrganCode",
        successor);
    isOf(OTHER, COUNTY);
  }

  @Test
  void a_merger_that_is_recorded_ahead_moves_nobody_before_its_day() throws Exception {
    put(
        bureau,
        "某县工商局",
        TestOrgans.COUNTY,
        "validTo",
        "2198-12-31",
        "successorOrganCode",
        successor);
    isOf(COUNTY, OTHER);
    assertThat(superior(bureau, "2198-12-31")).isEqualTo(TestOrgans.COUNTY);
    assertThat(superior(bureau, "2199-01-01")).isEqualTo(successor);
    assertThat(actedFor(TestOrgans.COUNTY, "2198-12-31")).contains(bureau, station);
    assertThat(actedFor(TestOrgans.COUNTY, "2199-01-01")).doesNotContain(bureau, station);
    assertThat(actedFor(TestOrgans.FOREIGN, "2199-01-01")).contains(bureau, station);
  }

  @Test
  void a_move_that_is_recorded_ahead_moves_nobody_before_its_day() throws Exception {
    put(bureau, "某县工商局", TestOrgans.FOREIGN, "since", "2199-01-01");
    isOf(COUNTY, OTHER);
    assertThat(superior(bureau, "2199-01-01")).isEqualTo(TestOrgans.FOREIGN);
    assertThat(actedFor(TestOrgans.FOREIGN, "2199-01-01")).contains(bureau, station);
  }

  @Test
  void what_is_yet_to_come_or_gone_without_a_successor_is_its_first_and_its_last_superiors()
      throws Exception {
    put(station, "某工商所", bureau, "validFrom", "2198-01-01");
    put(station, "某工商所", TestOrgans.FOREIGN, "since", "2199-01-01", "validFrom", "2198-01-01");
    put(station, "某工商所", TestOrgans.FOREIGN, "validFrom", "2198-01-01", "validTo", "2199-06-30");
    assertThat(superior(station, "2024-01-01")).isEqualTo(bureau);
    assertThat(superior(station, "2198-12-31")).isEqualTo(bureau);
    assertThat(superior(station, "2199-01-01")).isEqualTo(TestOrgans.FOREIGN);
    assertThat(superior(station, "2199-12-31")).isEqualTo(TestOrgans.FOREIGN);
    String fresh = TestOrgans.fresh();
    for (String name : List.of("某分局", "某县分局")) {
      assertThat(
              as(TestClient.COUNTY_ADMINISTRATOR)
                  .body(organ(name, bureau, "validFrom", "2198-01-01"))
                  .put("/organs/" + fresh)
                  .statusCode())
          .isIn(200, 201);
    }
  }

  private void isOf(List<TestClient> acting, List<TestClient> others) throws Exception {
    for (String organ : List.of(bureau, station)) {
      answers(acting, organ, true);
      answers(others, organ, false);
    }
    for (TestClient client : acting) {
      String top = acting.equals(COUNTY) ? TestOrgans.COUNTY : TestOrgans.FOREIGN;
      assertThat(told(top)).as(client.id()).contains(bureau, station);
    }
    assertThat(told(acting.equals(COUNTY) ? TestOrgans.FOREIGN : TestOrgans.COUNTY))
        .doesNotContain(bureau, station);
  }

  private void answers(List<TestClient> clients, String organ, boolean isActing) {
    TestClient recorder = clients.get(0);
    String id =
        as(TestClient.RECORDER)
            .body(application(organ))
            .post("/applications")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    int read = isActing ? 200 : 404;
    for (String path :
        List.of(
            "/applications/" + id,
            "/applications/" + id + "/applicant",
            "/applications/" + id + "/clock",
            "/applications?organ=" + organ,
            "/worklists/due?organ=" + organ,
            "/disputes?organ=" + organ,
            "/tally?year=2024&organ=" + organ,
            "/handling?year=2024&organ=" + organ)) {
      assertThat(as(recorder).get(path).statusCode()).as(recorder + path).isEqualTo(read);
    }
    assertThat(
            as(recorder)
                .body("{\"type\":\"THIRD_PARTY_CONSULTED\",\"on\":\"2024-02-05\"}")
                .post("/applications/" + id + "/steps")
                .statusCode())
        .as(recorder + " step")
        .isEqualTo(read);
    assertThat(as(recorder).body(application(organ)).post("/applications").statusCode())
        .as(recorder + " post")
        .isEqualTo(isActing ? 201 : 403);
    assertThat(
            as(clients.get(1))
                .body(Map.of("organCode", organ))
                .post("/outbox/republications")
                .statusCode())
        .as(recorder + " republication")
        .isEqualTo(isActing ? 202 : 403);
  }

  private static String application(String organ) {
    return ApplicationsIT.application("2024-02-02", "").replace(TestOrgans.OFFICE, organ);
  }

  /** Of whose events subscribers of an organ are told. */
  private List<String> told(String top) throws Exception {
    CallerScope scope = CallerScope.of(List.of(top));
    Map<CallerScope, Reach> reaches =
        scopes.within(List.of(scope), Set.of(new OrganCode(bureau), new OrganCode(station)));
    return reaches.get(scope).organs().stream().map(OrganCode::value).toList();
  }

  private String superior(String organ, String day) throws Exception {
    try (Connection connection = database.getConnection()) {
      return Sql.of(connection, "SELECT above FROM requests.organ_superior(:organ, :day)")
          .with("organ", organ)
          .with("day", LocalDate.parse(day))
          .one(String.class);
    }
  }

  private List<String> actedFor(String top, String day) throws Exception {
    try (Connection connection = database.getConnection()) {
      return Sql.of(connection, "SELECT code FROM requests.organs_acted_for(:tops, :day)")
          .array("tops", "text", List.of(top))
          .with("day", LocalDate.parse(day))
          .list(String.class);
    }
  }

  private static Map<String, Object> organ(String name, String parent, String... more) {
    Map<String, Object> organ =
        new HashMap<>(Map.of("name", name, "kind", "DEPARTMENT", "parentOrganCode", parent));
    for (int i = 0; i < more.length; i += 2) {
      organ.put(more[i], more[i + 1]);
    }
    return organ;
  }

  private static void put(String code, String name, String parent, String... more) {
    as(TestClient.ADMINISTRATOR)
        .body(organ(name, parent, more))
        .put("/organs/" + code)
        .then()
        .statusCode(200);
  }
}
