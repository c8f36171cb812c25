package disclosure.local.launcher;

import disclosure.local.server.FreePort;
import java.io.IOException;

/**
 * Where a service listens on loopback.
 *
 * @param http to its clients
 * @param management to who asks how it is
 */
public record Ports(int http, int management) {

  /** Any two that nobody uses. */
  public static Ports any() throws IOException {
    return new Ports(FreePort.any(), FreePort.any());
  }
}
