package disclosure.edge;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** The caller of the request at hand, read from its verified token. */
@RequestScoped
public class CurrentCaller {

  private static final Logger LOG = Logger.getLogger(CurrentCaller.class);

  /** Where an identity that is kept keeps who it is: to read that again costs an exception. */
  private static final String CALLER = "disclosure.caller";

  /** Where one who shows a ticket in place of a token keeps until when. */
  private static final String RIGHTS_END_AT = "disclosure.rights-end-at";

  private final JsonWebToken token;
  private final SecurityIdentity identity;
  private Optional<Caller> known = Optional.empty();
  private Optional<String> ownToken = Optional.empty();

  CurrentCaller(JsonWebToken token, SecurityIdentity identity) {
    this.token = token;
    this.identity = identity;
  }

  /** The attributes of an identity by which its caller is known at once. */
  static Map<String, Object> attributes(JsonWebToken token) {
    try {
      return client(token)
          .map(
              client ->
                  Map.<String, Object>of(CALLER, new Caller(client, scope(token), person(token))))
          .orElse(Map.of());
    } catch (Refusal malformed) {
      // Whoever asks for the caller is told; what is public is not refused.
      LOG.warnf("A token of %s has a malformed claim organs", client(token).orElse("nobody"));
      return Map.of();
    }
  }

  /** The attributes of an identity that has a ticket and no token. */
  static Map<String, Object> attributes(TicketHolder holder) {
    return Map.of(CALLER, holder.caller(), RIGHTS_END_AT, holder.rightsEndAt());
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
   * Makes sure that the token stands for all organs, as what concerns all of them at once needs.
   *
   * @throws ForbiddenException when it names single organs, none, or no client
   */
  public void requireEverywhere() {
    if (!get().scope().everywhere()) {
      throw new ForbiddenException();
    }
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

  /**
   * The client's id at the issuer (claim {@code azp}).
   *
   * @throws ForbiddenException when the token names no client
   */
  public String clientId() {
    return get().clientId();
  }

  /** As he who calls is named at the top of a page. */
  public String shownName() {
    return Persons.shown(claims(token)).orElseGet(this::clientId);
  }

  /** The organs that the token names. */
  public CallerScope scope() {
    return known.or(this::kept).map(Caller::scope).orElseGet(() -> scope(token));
  }

  /** The roles that the token bears. */
  public Set<String> roles() {
    return Role.ALL.stream().filter(identity::hasRole).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether a ticket stands in place of a token: then the caller was asked for its rights to this
   * very address some seconds ago, and can't be passed on to another service.
   */
  public boolean bearsTicket() {
    return identity.getAttribute(RIGHTS_END_AT) != null;
  }

  /** When the token ends, or the one that the ticket was got with. */
  public Instant rightsEndAt() {
    Instant end = identity.getAttribute(RIGHTS_END_AT);
    return end != null ? end : Instant.ofEpochSecond(token.getExpirationTime());
  }

  /**
   * How long the token holds.
   *
   * @return a moment at least
   */
  public Duration untilExpiry(Clock clock) {
    Duration left = Duration.between(clock.instant(), rightsEndAt());
    return left.compareTo(Duration.ZERO) > 0 ? left : Duration.ofMillis(1);
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

  /** Whether what is done is done in the name of this service, for nobody who waits. */
  public boolean isThisService() {
    return ownToken.isPresent();
  }

  private Caller read() {
    return kept()
        .orElseGet(
            () ->
                new Caller(
                    client(token).orElseThrow(ForbiddenException::new),
                    scope(token),
                    person(token)));
  }

  private Optional<Caller> kept() {
    return Optional.ofNullable(identity.getAttribute(CALLER));
  }

  private static Optional<String> client(JsonWebToken token) {
    return Optional.ofNullable(token.<String>getClaim("azp")).filter(client -> !client.isBlank());
  }

  private static Optional<String> person(JsonWebToken token) {
    return Persons.of(claims(token));
  }

  private static Function<String, String> claims(JsonWebToken token) {
    return name -> {
      Object claim = token.getClaim(name);
      return claim instanceof JsonString text
          ? text.getString()
          : claim instanceof String plain ? plain : null;
    };
  }

  private static CallerScope scope(JsonWebToken token) {
    return CallerScope.ofClaim(token.getClaim("organs"));
  }
}
