package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

  private final VerifiedTokens verified = new VerifiedTokens();

  @Test
  void the_same_credentials_are_known_for_a_minute() {
    SecurityIdentity bearer = bearer(Optional.of(NOW.plusSeconds(3600)));
    verified.keep("Bearer one", bearer, NOW);
    assertThat(verified.bearer("Bearer one", NOW.plusSeconds(59))).containsSame(bearer);
    assertThat(verified.bearer("Bearer one", NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void a_token_is_not_known_beyond_its_own_end() {
    verified.keep("Bearer one", bearer(Optional.of(NOW.plusSeconds(5))), NOW);
    assertThat(verified.bearer("Bearer one", NOW.plusSeconds(4))).isPresent();
    assertThat(verified.bearer("Bearer one", NOW.plusSeconds(5))).isEmpty();
  }

  @Test
  void other_credentials_are_not_known_however_alike() {
    verified.keep("Bearer one", bearer(Optional.of(NOW.plusSeconds(3600))), NOW);
    assertThat(verified.bearer("Bearer onf", NOW)).isEmpty();
    assertThat(verified.bearer("bearer one", NOW)).isEmpty();
  }

  @Test
  void a_token_without_an_end_is_verified_each_time() {
    verified.keep("Bearer one", bearer(Optional.empty()), NOW);
    assertThat(verified.bearer("Bearer one", NOW)).isEmpty();
  }

  private static SecurityIdentity bearer(Optional<Instant> end) {
    return QuarkusSecurityIdentity.builder().setPrincipal(new Token(end)).build();
  }

  private record Token(Optional<Instant> end) implements JsonWebToken {

    @Override
    public String getName() {
      return "somebody";
    }

    @Override
    public Set<String> getClaimNames() {
      return Set.of();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getClaim(String claim) {
      return (T)
          (claim.equals(Claims.exp.name())
              ? end.map(Instant::getEpochSecond).orElse(null)
              : Optional.empty());
    }
  }
}
