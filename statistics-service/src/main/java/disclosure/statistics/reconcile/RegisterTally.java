package disclosure.statistics.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.OwnTokens;
import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.Counts;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import io.quarkus.oidc.client.OidcClientException;
import io.quarkus.oidc.client.OidcClients;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The register's own recount of table three, which shares no code with the counts here. */
@ApplicationScoped
class RegisterTally {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int TOO_MANY_REQUESTS = 429;

  /** What an issuer answers to settings that are wrong; the same again gets the same. */
  private static final Set<String> REFUSALS =
      Set.of(
          "invalid_client",
          "invalid_grant",
          "invalid_request",
          "invalid_scope",
          "unauthorized_client",
          "unsupported_grant_type");

  private final RegisterSettings settings;
  private final OidcClients clients;
  private final String issuer;
  private final ObjectMapper mapper;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private Optional<OwnTokens> tokens = Optional.empty();

  RegisterTally(
      RegisterSettings settings,
      OidcClients clients,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer,
      ObjectMapper mapper) {
    this.settings = settings;
    this.clients = clients;
    this.issuer = issuer;
    this.mapper = mapper;
  }

  boolean isConfigured() {
    return settings.complete();
  }

  /**
   * @throws Refusal 409 when the service was not told where the register is
   */
  void requireConfigured() {
    if (!isConfigured()) {
      throw new Refusal(
          409,
          "register-not-configured",
          new Text("未配置登记服务", "The register is not configured"),
          new Text(
              "请设置 REQUESTS_URL、OIDC_CLIENT_ID 和 OIDC_CLIENT_SECRET 后重新启动本服务。",
              "Set REQUESTS_URL, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET and restart this service."),
          List.of());
    }
  }

  /**
   * The 25 rows as the register counts them; empty when it doesn't know the organ.
   *
   * @throws RegisterAway when the register doesn't answer just now
   * @throws TableNotCompared when it answers what it never should
   * @throws IllegalStateException when it, or the issuer, refuses this service
   */
  Optional<List<MatrixRow>> rows(String organ, Period period, Scope scope) {
    URI address =
        URI.create(
            settings.url().orElseThrow()
                + "/tally?organ="
                + organ
                + "&from="
                + period.from()
                + "&to="
                + period.to()
                + "&scope="
                + scope);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + token())
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 404) {
        return Optional.empty();
      }
      if (answer.statusCode() == TOO_MANY_REQUESTS || answer.statusCode() >= 500) {
        throw new RegisterAway("the register answers " + answer.statusCode());
      }
      if (answer.statusCode() == 401 || answer.statusCode() == 403) {
        throw new IllegalStateException("the register answers " + answer.statusCode());
      }
      if (answer.statusCode() != 200) {
        throw new TableNotCompared("the register answers " + answer.statusCode());
      }
      return Optional.of(rows(mapper.readTree(answer.body())));
    } catch (JsonProcessingException unreadable) {
      throw new TableNotCompared("the register's answer is no JSON", unreadable);
    } catch (IOException unreachable) {
      throw new RegisterAway("the register doesn't answer", unreachable);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while asking the register", stopping);
    }
  }

  private static List<MatrixRow> rows(JsonNode tally) {
    List<MatrixRow> rows = new ArrayList<>();
    for (FormRow code : FormRow.values()) {
      JsonNode row = tally.path("rows").path(code.ordinal());
      if (!row.path("code").asText().equals(code.name())) {
        throw new TableNotCompared("the register's answer has not all rows");
      }
      long[] counts = new long[ApplicantType.values().length];
      for (ApplicantType type : ApplicantType.values()) {
        counts[type.ordinal()] = count(row.path("counts").path(type.name()));
      }
      rows.add(MatrixRow.of(code, Counts.of(counts)));
    }
    return rows;
  }

  private static long count(JsonNode number) {
    if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
      throw new TableNotCompared("the register answers what is no count");
    }
    return number.longValue();
  }

  private String token() {
    try {
      return ownTokens().token().await().atMost(TIMEOUT);
    } catch (OidcClientException | TimeoutException failure) {
      if (isRefusal(failure)) {
        throw new IllegalStateException("the issuer refuses the token", failure);
      }
      throw new RegisterAway("the issuer gives no token", failure);
    }
  }

  /** The client says nothing more of an answer than its body, which RFC 6749, 5.2, tells of. */
  private boolean isRefusal(RuntimeException failure) {
    try {
      return REFUSALS.contains(mapper.readTree(failure.getMessage()).path("error").asText());
    } catch (JsonProcessingException | IllegalArgumentException noAnswer) {
      return false;
    }
  }

  private synchronized OwnTokens ownTokens() {
    if (tokens.isEmpty()) {
      tokens =
          Optional.of(
              new OwnTokens(
                  clients,
                  issuer,
                  settings.clientId().orElseThrow(),
                  settings.clientSecret().orElseThrow()));
    }
    return tokens.get();
  }
}
