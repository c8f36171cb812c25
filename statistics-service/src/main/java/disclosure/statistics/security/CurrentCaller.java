package disclosure.statistics.security;

import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the request at hand, read from its verified token. */
@RequestScoped
public class CurrentCaller {

  private final JsonWebToken token;
  private Optional<Caller> known = Optional.empty();

  CurrentCaller(JsonWebToken token) {
    this.token = token;
  }

  /**
   * Who calls.
   *
   * @throws ForbiddenException when the token names no client
   */
  public Caller get() {
    if (known.isEmpty()) {
      known = Optional.of(read());
    }
    return known.get();
  }

  private Caller read() {
    String clientId = token.getClaim("azp");
    if (clientId == null || clientId.isBlank()) {
      throw new ForbiddenException();
    }
    return new Caller(clientId, CallerScope.of(organs()));
  }

  /** When the token expires. */
  public Instant expiresAt() {
    return Instant.ofEpochSecond(token.getExpirationTime());
  }

  private List<String> organs() {
    Object claim = token.getClaim("organs");
    return claim instanceof Collection<?> entries
        ? entries.stream().map(CurrentCaller::text).toList()
        : List.of();
  }

  private static String text(Object entry) {
    if (entry instanceof JsonString string) {
      return string.getString();
    }
    return entry instanceof JsonValue ? "" : String.valueOf(entry);
  }
}
