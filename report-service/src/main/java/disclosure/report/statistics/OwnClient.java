package disclosure.report.statistics;

import disclosure.edge.OwnTokens;
import io.quarkus.oidc.client.OidcClients;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This service's own client at the issuer. */
@Singleton
class OwnClient {

  /** Its name and its secret. */
  @ConfigMapping(prefix = "report.own-client")
  interface Settings {

    /** The client's id (OIDC_CLIENT_ID). */
    String id();

    /** The client's secret (OIDC_CLIENT_SECRET). */
    String secret();
  }

  @Produces
  @Singleton
  OwnTokens tokens(
      OidcClients clients,
      Settings settings,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
    return new OwnTokens(clients, issuer, settings.id(), settings.secret());
  }
}
