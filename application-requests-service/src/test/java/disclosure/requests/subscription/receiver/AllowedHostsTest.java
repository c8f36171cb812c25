package disclosure.requests.subscription.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

  private static final AllowedHosts HOSTS =
      AllowedHosts.of(
          List.of("a.example.cn", "b.example.cn:8443", "c.example.cn:*", "http://localhost:9000"));

  @ParameterizedTest
  @CsvSource({
    "https://a.example.cn/x, true",
    "https://A.EXAMPLE.CN/x, true",
    "https://a.example.cn:443/x, true",
    "https://a.example.cn:8443/x, false",
    "http://a.example.cn/x, false",
    "http://a.example.cn:443/x, false",
    "https://b.example.cn:8443/, true",
    "https://b.example.cn/, false",
    "https://c.example.cn:1/, true",
    "https://d.c.example.cn/, false",
    "https://c.example.cn.evil.cn/, false",
    "https://c.example.cn./, false",
    "http://localhost:9000/, true",
    "http://localhost/, false",
    "https://localhost:9000/, false",
    "https://10.0.0.1/, false"
  })
  void a_host_and_port_are_called_that_are_named(URI address, boolean allowed) {
    assertThat(HOSTS.allow(address)).isEqualTo(allowed);
  }

  @Test
  void nobody_is_called_when_nobody_is_named() {
    assertThat(AllowedHosts.of(List.of()).isEmpty()).isTrue();
    assertThat(AllowedHosts.of(List.of()).allow(URI.create("https://a.example.cn/"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a.example.cn", "https://a.example.cn", "*", "a b", "a:b", ""})
  void an_entry_that_says_something_else_ends_the_start(String entry) {
    assertThatThrownBy(() -> AllowedHosts.of(List.of(entry)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("WEBHOOK_HOSTS: ");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example.cn/, 10.1.2.3, true",
    "https://a.example.cn/, 192.168.1.1, true",
    "https://a.example.cn/, fd00::1, true",
    "https://a.example.cn/, 127.0.0.1, false",
    "https://a.example.cn/, ::1, false",
    "https://a.example.cn/, ::ffff:127.0.0.1, false",
    "https://a.example.cn/, 169.254.169.254, false",
    "https://a.example.cn/, fe80::1, false",
    "https://a.example.cn/, 0.0.0.0, false",
    "https://a.example.cn/, 224.0.0.1, false",
    "https://a.example.cn/, 100.100.100.200, false",
    "https://a.example.cn/, 100.100.100.201, true",
    "https://a.example.cn/, ::ffff:100.100.100.200, false",
    "https://100.100.100.200/, 100.100.100.200, false",
    "https://a.example.cn/, fd00:ec2::254, false",
    "https://a.example.cn/, fd00:ec2::255, true",
    "https://a.example.cn/, 168.63.129.16, false",
    "https://a.example.cn/, fd20:ce::254, false",
    "https://a.example.cn/, 192.0.0.192, false",
    "http://localhost:9000/, 127.0.0.1, true",
    "http://localhost:9000/, 10.0.0.1, false"
  })
  void a_name_is_not_called_where_it_does_not_belong(URI address, String resolved, boolean may)
      throws UnknownHostException {
    assertThat(AllowedHosts.mayBeAt(address, InetAddress.getByName(resolved))).isEqualTo(may);
  }
}
