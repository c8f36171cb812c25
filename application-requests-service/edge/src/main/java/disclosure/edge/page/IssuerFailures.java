package disclosure.edge.page;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcResponseFilter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Tells an issuer that is away from one that refuses: where a session is to be renewed, the
 * framework takes both for its end.
 */
@ApplicationScoped
@Unremovable
@OidcEndpoint(OidcEndpoint.Type.TOKEN)
class IssuerFailures implements OidcResponseFilter {

  private static final int TOO_MANY_REQUESTS = 429;

  /** The issuer answered that it can't do it now. */
  static final class IssuerAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private IssuerAway(int status) {
      super("the issuer answers with status " + status);
    }
  }

  @Override
  public Uni<Void> filter(OidcResponseFilterContext answer) {
    int status = answer.statusCode();
    boolean isAway = status >= 500 || status == TOO_MANY_REQUESTS;
    return isAway && isOfThePages(answer)
        ? Uni.createFrom().failure(new IssuerAway(status))
        : Uni.createFrom().voidItem();
  }

  /** Who asks for a token of his own tells the two apart himself. */
  private static boolean isOfThePages(OidcResponseFilterContext answer) {
    return Optional.ofNullable(answer.requestProperties())
        .map(properties -> properties.<Object>get("tenant-id"))
        .filter(SignIn.TENANT::equals)
        .isPresent();
  }

  /** Whether it is for an issuer that is away that something couldn't be done. */
  static boolean isBehind(Throwable failure) {
    for (Throwable some = failure; some != null; some = some.getCause()) {
      if (some instanceof IssuerAway
          || some instanceof IOException
          || some instanceof TimeoutException
          || some instanceof VertxException) {
        return true;
      }
    }
    return false;
  }
}
