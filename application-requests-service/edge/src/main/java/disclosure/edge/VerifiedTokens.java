package disclosure.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.SecurityIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who the bearers of tokens are that were verified a moment ago. A system sends the same token with
 * each of its posts, and verifying a signature costs more than the rest of reading a post. What is
 * held ends with the token, and after a minute at the latest: then a key that the issuer has
 * withdrawn counts.
 */
final class VerifiedTokens {

  static final Duration MAX_AGE = Duration.ofMinutes(1);

  private static final int MAX_TOKENS = 1_000;

  private final Cache<String, Verified> verified =
      Caffeine.newBuilder().maximumSize(MAX_TOKENS).expireAfterWrite(MAX_AGE).build();

  private record Verified(SecurityIdentity bearer, Instant until) {}

  /** The bearer, if the very same credentials were verified and still hold. */
  Optional<SecurityIdentity> bearer(String credentials, Instant now) {
    return Optional.ofNullable(verified.getIfPresent(credentials))
        .filter(known -> now.isBefore(known.until()))
        .map(Verified::bearer);
  }

  /** Keeps what was just verified; one whose token does not say when it ends is not kept. */
  void keep(String credentials, SecurityIdentity bearer, Instant now) {
    if (bearer.getPrincipal() instanceof JsonWebToken token) {
      Instant longest = now.plus(MAX_AGE);
      token
          .<Long>claim(Claims.exp)
          .map(Instant::ofEpochSecond)
          .map(end -> end.isBefore(longest) ? end : longest)
          .ifPresent(until -> verified.put(credentials, new Verified(bearer, until)));
    }
  }
}
