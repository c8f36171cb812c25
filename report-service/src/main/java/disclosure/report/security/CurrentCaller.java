package disclosure.report.security;

import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the request at hand, read from its verified token. */
@RequestScoped
public class CurrentCaller {

  private final JsonWebToken token;

  CurrentCaller(JsonWebToken token) {
    this.token = token;
  }

  /**
   * The client's id at the issuer (claim {@code azp}).
   *
   * @throws ForbiddenException when the token names no client
   */
  public String clientId() {
    String clientId = token.getClaim("azp");
    if (clientId == null || clientId.isBlank()) {
      throw new ForbiddenException();
    }
    return clientId;
  }

  /** The organs that the token names. */
  public CallerScope scope() {
    Object claim = token.getClaim("organs");
    return CallerScope.of(
        claim instanceof Collection<?> entries
            ? entries.stream().map(CurrentCaller::text).toList()
            : List.of());
  }

  /** The value of an Authorization header with which another service answers to the same caller. */
  public String authorization() {
    return "Bearer " + token.getRawToken();
  }

  private static String text(Object entry) {
    if (entry instanceof JsonString string) {
      return string.getString();
    }
    return entry instanceof JsonValue ? "" : String.valueOf(entry);
  }
}
