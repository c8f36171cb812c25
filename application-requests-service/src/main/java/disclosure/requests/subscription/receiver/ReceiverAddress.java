package disclosure.requests.subscription.receiver;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Reads where a receiver wants to be told. */
public final class ReceiverAddress {

  private static final Set<String> SCHEMES = Set.of("https", "http");
  private static final int MAX_PORT = 65_535;

  private ReceiverAddress() {}

  /** The address, unless it is none that can be called, or bears somebody's credentials. */
  public static Optional<URI> of(String text) {
    try {
      URI address = new URI(text);
      boolean whole =
          address.getScheme() != null
              && SCHEMES.contains(address.getScheme())
              && address.getHost() != null
              && address.getRawUserInfo() == null
              && address.getRawFragment() == null
              && address.getPort() != 0
              && address.getPort() <= MAX_PORT
              && text.chars().allMatch(character -> character > ' ' && character < 0x7F);
      return whole ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }
}
