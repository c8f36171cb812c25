package disclosure.edge;

import io.netty.util.NetUtil;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * From which address a client asks. Where a proxy stands between that is believed, it is the one
 * that the proxy says it was asked from: the last of what it passes on, since what stands before
 * that may be anybody's. Nobody else is believed.
 */
@ApplicationScoped
class ClientAddresses {

  private static final String ASKED_FROM = "X-Forwarded-For";

  private final List<Network> proxies;

  @Inject
  ClientAddresses(EdgeSettings settings) {
    this(settings.trustedProxies().orElse(List.of()));
  }

  ClientAddresses(List<String> proxies) {
    this.proxies = proxies.stream().map(String::strip).map(Network::of).toList();
  }

  /** A network that is none keeps the service from starting. */
  void begin(@Observes StartupEvent starting) {}

  /** Addresses that begin alike. */
  private record Network(InetAddress address, int bits) {

    static Network of(String text) {
      String[] parts = text.split("/", 2);
      InetAddress address = literal(parts[0]).orElseThrow(() -> none(text));
      int all = address.getAddress().length * Byte.SIZE;
      if (parts.length == 1) {
        return new Network(address, all);
      }
      if (!parts[1].matches("\\d{1,3}") || Integer.parseInt(parts[1]) > all) {
        throw none(text);
      }
      return new Network(address, Integer.parseInt(parts[1]));
    }

    boolean holds(InetAddress other) {
      byte[] own = address.getAddress();
      byte[] asked = other.getAddress();
      if (own.length != asked.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 1 << (Byte.SIZE - 1 - bit % Byte.SIZE);
        if (((own[bit / Byte.SIZE] ^ asked[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }

    private static IllegalArgumentException none(String text) {
      return new IllegalArgumentException(
          "TRUSTED_PROXIES must be addresses or networks such as 10.1.2.0/24; this is none: "
              + text);
    }
  }

  /** That of whoever asks; of IPv6 its network. */
  String of(HttpServerRequest request) {
    return request.remoteAddress() == null
        ? ""
        : share(of(request.remoteAddress().hostAddress(), request.headers().getAll(ASKED_FROM)));
  }

  /** Who has one address of IPv6 has all that begin with the same half. */
  static String share(String client) {
    if (client.indexOf(':') < 0) {
      return client;
    }
    return literal(client)
        .map(InetAddress::getHostAddress)
        .filter(address -> address.indexOf(':') >= 0)
        .map(address -> String.join(":", Arrays.copyOf(address.split(":"), 4)) + "::/64")
        .orElse(client);
  }

  /**
   * The client's address.
   *
   * @param remote whose connection it is
   * @param askedFrom what that says of whom it asks for
   */
  String of(String remote, List<String> askedFrom) {
    if (proxies.isEmpty() || askedFrom.isEmpty()) {
      return remote;
    }
    List<String> hops =
        askedFrom.stream()
            .flatMap(line -> Arrays.stream(line.split(",", -1)))
            .map(String::strip)
            .toList();
    String client = remote;
    for (int last = hops.size() - 1; last >= 0 && isProxy(client); last--) {
      Optional<InetAddress> hop = literal(hops.get(last));
      if (hop.isEmpty()) {
        return client;
      }
      client = hop.get().getHostAddress();
    }
    return client;
  }

  private boolean isProxy(String text) {
    return literal(text)
        .filter(address -> proxies.stream().anyMatch(proxy -> proxy.holds(address)))
        .isPresent();
  }

  /** Of an address that is written out; no name is looked up. */
  private static Optional<InetAddress> literal(String text) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
    try {
      return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException none) {
      return Optional.empty();
    }
  }
}
