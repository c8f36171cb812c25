package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {

  private final ClientAddresses trusting =
      new ClientAddresses(List.of("10.1.2.0/24", " 192.0.2.7", "2001:db8::/32"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.1.2.9    | 198.51.100.4                     | 198.51.100.4",
        "10.1.2.9    | 203.0.113.9, 198.51.100.4        | 198.51.100.4",
        "10.1.2.9    | 198.51.100.4, 192.0.2.7          | 198.51.100.4",
        "10.1.2.9    | 203.0.113.9, 198.51.100.4, 10.1.2.3, 192.0.2.7 | 198.51.100.4",
        "10.1.2.9    | 2001:db9::1                      | 2001:db9:0:0:0:0:0:1",
        "2001:db8::5 | 198.51.100.4                     | 198.51.100.4",
        "10.1.2.9    | ::ffff:198.51.100.4              | 198.51.100.4",
        "10.1.2.9    | 10.1.2.8                         | 10.1.2.8"
      })
  void a_proxy_is_believed_in_what_it_says_last(String remote, String header, String client) {
    assertThat(trusting.of(remote, List.of(header))).isEqualTo(client);
  }

  @Test
  void several_lines_are_one() {
    assertThat(trusting.of("10.1.2.9", List.of("203.0.113.9", "198.51.100.4, 192.0.2.7")))
        .isEqualTo("198.51.100.4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.1.3.9", "11.1.2.9", "192.0.2.6", "2001:db9::5", "198.51.100.1"})
  void nobody_else_is_believed(String remote) {
    assertThat(trusting.of(remote, List.of("203.0.113.9, 10.1.2.9"))).isEqualTo(remote);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", ",", "unknown", "example.gov.cn", "1.2.3", "198.51.100.4:80", "1.2.3.4,"})
  void what_is_no_address_counts_as_the_proxys_own(String header) {
    assertThat(trusting.of("10.1.2.9", List.of(header))).isEqualTo("10.1.2.9");
  }

  @Test
  void without_proxies_nobody_is_believed() {
    assertThat(new ClientAddresses(List.of()).of("10.1.2.9", List.of("203.0.113.9")))
        .isEqualTo("10.1.2.9");
    assertThat(trusting.of("10.1.2.9", List.of())).isEqualTo("10.1.2.9");
  }

  @ParameterizedTest
  @CsvSource({
    "198.51.100.4, 198.51.100.4",
    "2001:db9::1, 2001:db9:0:0::/64",
    "2001:db9:0:0:1:2:3:4, 2001:db9:0:0::/64",
    "2001:db9:0:1::1, 2001:db9:0:1::/64",
    "fe80::1%eth0, fe80:0:0:0::/64"
  })
  void addresses_of_one_network_of_version_six_share(String client, String share) {
    assertThat(ClientAddresses.share(client)).isEqualTo(share);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gateway", "10.1.2.0/33", "10.1.2.0/", "10.1.2.0/-1", "10.1.2", "*"})
  void what_is_no_network_is_refused(String text) {
    assertThatThrownBy(() -> new ClientAddresses(List.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TRUSTED_PROXIES");
  }
}
