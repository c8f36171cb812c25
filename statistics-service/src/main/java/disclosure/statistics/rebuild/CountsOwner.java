package disclosure.statistics.rebuild;

import jakarta.inject.Singleton;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The role that owns the counts and what they are made from. It has no password: the working role
 * is a member of it, takes its place for a rebuild, and has none of its rights otherwise.
 */
@Singleton
class CountsOwner {

  private final String url;
  private final String user;
  private final String password;
  private final String role;

  CountsOwner(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password,
      @ConfigProperty(name = "quarkus.flyway.placeholders.rebuildRole") String role) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.role = role;
  }

  String url() {
    return url;
  }

  /** Who connects, and the option by which the server takes it for the owner. */
  Properties connecting(String options) {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("options", "-c role=" + role + " " + options);
    return properties;
  }
}
