package disclosure.report.statistics;

import disclosure.edge.OwnTokens;
import io.quarkus.oidc.client.OidcClients;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** This service's own client at the issuer. */
@Singleton
class OwnClient {

  /** Where it is, its name and its secret. */
  @ConfigMapping(prefix = "report.own-client")
  interface Settings {

    /** The issuer's URL (OIDC_ISSUER_URL). */
    String issuer();

    /** The client's id (OIDC_CLIENT_ID). */
    String id();

    /** The client's secret (OIDC_CLIENT_SECRET). */
    String secret();
  }

  @Produces
  @Singleton
  OwnTokens tokens(OidcClients clients, Settings settings) {
    return new OwnTokens(clients, settings.issuer(), settings.id(), settings.secret());
  }
}
