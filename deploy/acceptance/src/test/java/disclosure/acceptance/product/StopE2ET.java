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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the services need is away: told to end, they end. */
class StopE2ET {

  private static final String ORGAN = "11141124012345698T";

  /** What is away. */
  enum Away {
    KAFKA_AND_THE_ISSUER {
      @Override
      void take(Instances from) throws Exception {
        from.takeKafkaAway();
        from.takeIssuerAway();
      }
    },
    A_DATABASE_THAT_HANGS {
      @Override
      void take(Instances from) {
        from.pauseDatabase();
      }
    };

    abstract void take(Instances from) throws Exception;
  }

  @ParameterizedTest
  @EnumSource
  void all_three_end_within_ten_seconds(Away away) throws Exception {
    Path data = Checkout.folder("stop");
    try (Instances instances = Instances.start(data)) {
      Map<String, Instance> services = new LinkedHashMap<>();
      services.put("register", instances.register());
      services.put("statistics", instances.add("statistics"));
      instances.up();
      services.get("statistics").up();
      services.put("report", instances.report(services.get("statistics")).up());
      Client client = services.get("statistics").client();
      client.tokenOf("administrator");
      away.take(instances);
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
      Checkout.delete(data);
    }
  }
}
