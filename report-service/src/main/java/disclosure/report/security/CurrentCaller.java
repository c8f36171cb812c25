package disclosure.report.security;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the request at hand, read from its verified token. */
@RequestScoped
public class CurrentCaller {

  private final JsonWebToken token;
  private final SecurityIdentity identity;
  private Optional<String> ownToken = Optional.empty();

  CurrentCaller(JsonWebToken token, SecurityIdentity identity) {
    this.identity = identity;
    this.token = token;
  }

  /**
   * Makes sure that there is a token with one of the roles.
   *
   * @throws UnauthorizedException when there is none
   * @throws ForbiddenException when it bears no role
   */
  public void requireRole() {
    if (identity.isAnonymous()) {
      throw new UnauthorizedException();
    }
    if (Role.ALL.stream().noneMatch(identity::hasRole)) {
      throw new ForbiddenException();
    }
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
    return "Bearer " + ownToken.orElseGet(token::getRawToken);
  }

  /**
   * Lets what follows in this request be done in the name of this service: in the background there
   * is no caller.
   *
   * @param accessToken this service's own
   */
  public void actAsThisService(String accessToken) {
    ownToken = Optional.of(accessToken);
  }

  private static String text(Object entry) {
    if (entry instanceof JsonString string) {
      return string.getString();
    }
    return entry instanceof JsonValue ? "" : String.valueOf(entry);
  }
}
