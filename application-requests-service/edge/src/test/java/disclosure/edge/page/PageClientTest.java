package disclosure.edge.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageClientTest {

  private static final Optional<String> SECRET = Optional.of("s".repeat(32));

  private record Settings(
      Optional<String> prefix,
      Optional<String> clientId,
      Optional<String> clientSecret,
      Optional<String> sessionSecret)
      implements PageSettings {

    @Override
    public Optional<String> publicPrefix() {
      return Optional.empty();
    }

    @Override
    public Optional<String> assets() {
      return Optional.empty();
    }

    @Override
    public MemorySize maxFormSize() {
      return new MemorySize(BigInteger.ONE);
    }

    @Override
    public Optional<Set<String>> uploads() {
      return Optional.empty();
    }

    @Override
    public Optional<URI> url() {
      return Optional.empty();
    }
  }

  @Test
  void without_a_client_or_pages_there_is_none() {
    Optional<String> none = Optional.empty();
    Optional<String> prefix = Optional.of("/dashboard");
    assertThat(PageClient.of(new Settings(prefix, none, SECRET, SECRET))).isEmpty();
    assertThat(PageClient.of(new Settings(none, Optional.of("pages"), SECRET, SECRET))).isEmpty();
  }

  @Test
  void what_is_configured_by_halves_is_named() {
    assertThatThrownBy(() -> client(Optional.empty(), SECRET))
        .hasMessage("PAGES_CLIENT_ID is set, and needs PAGES_CLIENT_SECRET, too");
    for (Optional<String> missing : java.util.List.of(Optional.<String>empty(), Optional.of("x"))) {
      assertThatThrownBy(() -> client(SECRET, missing))
          .hasMessage(
              "PAGES_CLIENT_ID is set, and needs PAGES_SESSION_SECRET (of 32 characters or more),"
                  + " too");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dashboard", "/dashboard/", "/dashboard/live"})
  void what_begins_with_the_prefix_is_a_page(String path) {
    assertThat(client(SECRET, SECRET).holds(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/dashboards", "/matrix", "/matrix/dashboard", "/dashboard;a=b"})
  void what_else_there_is_is_none(String path) {
    assertThat(client(SECRET, SECRET).holds(path)).isFalse();
  }

  private static PageClient client(Optional<String> secret, Optional<String> sessions) {
    return PageClient.of(
            new Settings(Optional.of("/dashboard"), Optional.of("pages"), secret, sessions))
        .orElseThrow();
  }
}
