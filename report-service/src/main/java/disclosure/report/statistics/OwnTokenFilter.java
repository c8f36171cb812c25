package disclosure.report.statistics;

import disclosure.edge.OwnTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

/** Shows this service's own token to whomever is asked. */
@ApplicationScoped
class OwnTokenFilter implements ResteasyReactiveClientRequestFilter {

  private final OwnTokens tokens;

  OwnTokenFilter(OwnTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void filter(ResteasyReactiveClientRequestContext request) {
    request.suspend();
    tokens
        .token()
        .subscribe()
        .with(
            token -> {
              request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
              request.resume();
            },
            request::resume);
  }
}
