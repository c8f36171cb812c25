package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.acceptance.product.Instances.Instance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the services need is away: told to end, they end. */
class StopE2ET {

  private static final String ORGAN = "11141124012345698T";

  private static Path data;
  private static Instances instances;

  @BeforeAll
  static void start() throws Exception {
    data = Checkout.folder("stop");
    instances = Instances.start(data);
  }

  @AfterAll
  static void stop() {
    instances.close();
    Checkout.delete(data);
  }

  /** What is away; the last of them for good. */
  enum Away {
    A_DATABASE_THAT_HANGS {
      @Override
      Instance register() {
        return instances.register();
      }

      @Override
      void take() {
        instances.pauseDatabase();
      }

      @Override
      void giveBack() {
        instances.resumeDatabase();
      }
    },
    KAFKA_AND_THE_ISSUER {
      @Override
      Instance register() throws Exception {
        return instances.addRegister("another", Checkout.ROOT, Map.of());
      }

      @Override
      void take() {
        instances.takeKafkaAway();
        instances.takeIssuerAway();
      }

      @Override
      void giveBack() {
        // Nobody comes after it.
      }
    };

    /** One that nobody has ended yet. */
    abstract Instance register() throws Exception;

    abstract void take();

    abstract void giveBack();
  }

  @ParameterizedTest
  @EnumSource
  void all_three_end_within_ten_seconds(Away away) throws Exception {
    Map<String, Instance> services = new LinkedHashMap<>();
    services.put("register", away.register());
    services.put("statistics", instances.add("statistics-" + away.ordinal()));
    services.get("register").up();
    services.get("statistics").up();
    services.put(
        "report", instances.report("report-" + away.ordinal(), services.get("statistics")).up());
    Client client = services.get("register").client(services.get("statistics"));
    client.tokenOf("administrator");
    try {
      away.take();
      if (away == Away.KAFKA_AND_THE_ISSUER) {
        // The register has an event that Kafka doesn't take.
        assertThat(
                client
                    .put(
                        "administrator",
                        "requests",
                        "/organs/" + ORGAN,
                        "{\"name\":\"某局\",\"kind\":\"DEPARTMENT\"}")
                    .statusCode())
            .isEqualTo(201);
      }

      Instant told = Instant.now();
      Map<String, CompletableFuture<Duration>> ends = new LinkedHashMap<>();
      services.forEach(
          (name, service) ->
              ends.put(
                  name,
                  service
                      .handle()
                      .onExit()
                      .thenApply(ended -> Duration.between(told, Instant.now()))));
      List.copyOf(services.values()).forEach(service -> service.signal("TERM"));

      Map<String, Duration> took = new LinkedHashMap<>();
      for (Map.Entry<String, CompletableFuture<Duration>> end : ends.entrySet()) {
        took.put(end.getKey(), end.getValue().get(2, TimeUnit.MINUTES));
      }
      System.out.println("without " + away + " they ended after " + took);
      assertThat(took.values()).allMatch(time -> time.compareTo(Duration.ofSeconds(10)) <= 0);
    } finally {
      away.giveBack();
    }
  }
}
