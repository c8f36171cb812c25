package disclosure.statistics.security;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the request at hand, read from its verified token. */
@RequestScoped
public class CurrentCaller {

  /** Where an identity that is kept keeps who it is: to read that again costs an exception. */
  private static final String CALLER = "disclosure.caller";

  private final JsonWebToken token;
  private final SecurityIdentity identity;
  private Optional<Caller> known = Optional.empty();

  CurrentCaller(JsonWebToken token, SecurityIdentity identity) {
    this.token = token;
    this.identity = identity;
  }

  /** The attributes of an identity by which its caller is known at once. */
  static Map<String, Object> attributes(JsonWebToken token) {
    return client(token)
        .map(client -> Map.<String, Object>of(CALLER, new Caller(client, scope(token))))
        .orElse(Map.of());
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
    Caller kept = identity.getAttribute(CALLER);
    return kept != null
        ? kept
        : new Caller(client(token).orElseThrow(ForbiddenException::new), scope(token));
  }

  private static Optional<String> client(JsonWebToken token) {
    return Optional.ofNullable(token.<String>getClaim("azp")).filter(client -> !client.isBlank());
  }

  /** When the token expires. */
  public Instant expiresAt() {
    return Instant.ofEpochSecond(token.getExpirationTime());
  }

  private static CallerScope scope(JsonWebToken token) {
    Object claim = token.getClaim("organs");
    return CallerScope.of(
        claim instanceof Collection<?> entries
            ? entries.stream().map(CurrentCaller::text).toList()
            : List.of());
  }

  private static String text(Object entry) {
    if (entry instanceof JsonString string) {
      return string.getString();
    }
    return entry instanceof JsonValue ? "" : String.valueOf(entry);
  }
}
