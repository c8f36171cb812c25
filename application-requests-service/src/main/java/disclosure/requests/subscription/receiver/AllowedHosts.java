package disclosure.requests.subscription.receiver;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosts that may be called. Whoever subscribes chooses an address that this service calls from
 * inside the network: it must be one that the deployment names, and be where that name belongs.
 */
public final class AllowedHosts {

  private static final Pattern ENTRY =
      Pattern.compile(
          "(?<plain>http://)?(?<host>\\[[0-9a-fA-F:]+]|[A-Za-z0-9.-]+)(?::(?<port>\\d{1,5}|\\*))?");
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

  /**
   * Where clouds give a machine its credentials, beside the link-local addresses: those of Alibaba,
   * AWS, Azure, Google and Oracle.
   */
  private static final Set<InetAddress> METADATA =
      Set.of(
          literal("100.100.100.200"),
          literal("fd00:ec2::254"),
          literal("168.63.129.16"),
          literal("fd20:ce::254"),
          literal("192.0.0.192"));

  private static final String ANY = "*";
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final List<Entry> entries;

  private record Entry(boolean plain, String host, Optional<Integer> port) {

    boolean allows(boolean isPlain, String name, int number) {
      return plain == isPlain && host.equals(name) && port.map(only -> only == number).orElse(true);
    }
  }

  private AllowedHosts(List<Entry> entries) {
    this.entries = entries;
  }

  /**
   * Reads what the deployment says.
   *
   * @throws IllegalStateException naming the entry that is none
   */
  public static AllowedHosts of(List<String> entries) {
    return new AllowedHosts(entries.stream().map(AllowedHosts::entry).toList());
  }

  /** Whether nobody may be called. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Whether the deployment names the host and port of an address. */
  public boolean allow(URI address) {
    boolean plain = "http".equals(address.getScheme());
    return entries.stream().anyMatch(entry -> entry.allows(plain, host(address), port(address)));
  }

  /**
   * Whether a host may be at an address of the network. Behind a name nobody but the machine itself
   * is loopback, and nothing but a neighbour of the machine's own is link-local, such as the
   * service in a cloud that gives a machine its credentials, which may be elsewhere as well.
   */
  static boolean mayBeAt(URI address, InetAddress resolved) {
    if (LOOPBACK.matcher(host(address)).matches()) {
      return resolved.isLoopbackAddress();
    }
    return !resolved.isLoopbackAddress()
        && !resolved.isLinkLocalAddress()
        && !resolved.isAnyLocalAddress()
        && !resolved.isMulticastAddress()
        && !METADATA.contains(resolved);
  }

  static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return "http".equals(address.getScheme()) ? HTTP : HTTPS;
  }

  private static String host(URI address) {
    return address.getHost().toLowerCase(Locale.ROOT);
  }

  private static Entry entry(String text) {
    Matcher entry = ENTRY.matcher(text.strip());
    if (!entry.matches()) {
      throw broken(text, "is no host, host:port or host:*");
    }
    String host = entry.group("host").toLowerCase(Locale.ROOT);
    boolean plain = entry.group("plain") != null;
    if (plain && !LOOPBACK.matcher(host).matches()) {
      throw broken(text, "would be called without TLS, which only a loopback host may be");
    }
    Optional<String> port = Optional.ofNullable(entry.group("port"));
    if (port.equals(Optional.of(ANY))) {
      return new Entry(plain, host, Optional.empty());
    }
    return new Entry(
        plain, host, Optional.of(port.map(Integer::valueOf).orElse(plain ? HTTP : HTTPS)));
  }

  private static InetAddress literal(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static IllegalStateException broken(String entry, String what) {
    return new IllegalStateException("WEBHOOK_HOSTS: " + entry + " " + what);
  }
}
