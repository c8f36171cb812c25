package disclosure.requests.store;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.lookup.StoredSearchKeys;
import disclosure.requests.registration.ApplicationsIT;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadApplicationIT {

  private static final Reach OFFICE = new Reach(false, Set.of(new OrganCode(TestOrgans.OFFICE)));

  @Inject Applications applications;
  @Inject StoredSearchKeys keys;
  @Inject DataSource database;

  private final AtomicInteger statements = new AtomicInteger();

  @Test
  void many_are_read_by_as_many_statements_as_one() throws Exception {
    RegisterTables.knowTestOrgans();
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      ids.add(0, posted(TestOrgans.OFFICE, i % 3));
    }
    UUID other = posted(TestOrgans.TOWNSHIP, 1);
    List<UUID> asked = new ArrayList<>(ids);
    asked.add(3, UUID.randomUUID());
    asked.add(6, other);
    ReadApplication read = new ReadApplication(applications, keys, new RegisterReader(counting()));

    StoredApplication alone = read.find(ids.get(0), OFFICE);
    int ofOne = statements.getAndSet(0);
    List<StoredApplication> found = read.find(asked, OFFICE);

    assertThat(ofOne).isPositive();
    assertThat(statements).hasValue(ofOne);
    assertThat(found).extracting(StoredApplication::id).containsExactlyElementsOf(ids);
    assertThat(found.get(0).steps()).isEqualTo(alone.steps());
    for (StoredApplication one : found) {
      assertThat(one.steps()).isEqualTo(read.find(one.id(), OFFICE).steps());
      assertThat(one.steps())
          .extracting(StoredStep::sequence)
          .containsExactlyElementsOf(List.of(1, 2).subList(0, (11 - ids.indexOf(one.id())) % 3));
    }
    assertThat(read.find(List.of(), OFFICE)).isEmpty();
  }

  private static UUID posted(String organ, int steps) {
    List<String> made =
        List.of(
            "{\"type\":\"OTHER_ORGAN_CONSULTED\",\"on\":\"2024-03-05\"}",
            "{\"type\":\"OTHER_ORGAN_REPLIED\",\"on\":\"2024-03-07\"}");
    return UUID.fromString(
        ApplicationsIT.as(TestClient.RECORDER)
            .body(
                """
                {"organCode":"%s","sourceReference":"%s","receivedOn":"2024-03-01",
                 "channel":"POST","applicant":{"type":"NATURAL_PERSON"},"steps":[%s]}
                """
                    .formatted(organ, UUID.randomUUID(), String.join(",", made.subList(0, steps))))
            .post("/applications")
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  /** The database, with each prepared statement counted. */
  private DataSource counting() {
    return proxy(
        DataSource.class,
        database,
        (name, answer) ->
            name.equals("getConnection")
                ? proxy(
                    Connection.class,
                    (Connection) answer,
                    (called, prepared) -> {
                      if (called.equals("prepareStatement")) {
                        statements.incrementAndGet();
                      }
                      return prepared;
                    })
                : answer);
  }

  private interface Answering {
    Object of(String method, Object answer);
  }

  private static <T> T proxy(Class<T> type, T target, Answering answering) {
    return type.cast(
        Proxy.newProxyInstance(
            ReadApplicationIT.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return answering.of(method.getName(), method.invoke(target, arguments));
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            }));
  }
}
