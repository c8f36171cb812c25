package disclosure.edge.framing;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;

/**
 * Reads requests, and refuses those whose end another server on the way may see elsewhere (RFC
 * 9112, 6.1): what follows would be taken for a request of somebody else. They are answered with
 * 400, and nothing more is read of their connection. So are those whose address is none, to which
 * the server would answer with a bare status.
 */
final class StrictDecoder extends VertxHttpRequestDecoder {

  private static final Set<String> VERSIONS = Set.of("HTTP/1.0", "HTTP/1.1");

  private boolean isOfAnotherVersion;
  private boolean isAddressed;

  StrictDecoder(HttpServerOptions options) {
    super(options);
  }

  /** Nobody is answered in a version that isn't spoken here. */
  @Override
  protected HttpMessage createMessage(String[] line) {
    isOfAnotherVersion = !VERSIONS.contains(line[2]);
    isAddressed = isAddress(line[1]);
    return super.createMessage(
        isOfAnotherVersion ? new String[] {line[0], line[1], "HTTP/1.1"} : line);
  }

  /** Asked of every head, before it is said how long the body is. */
  @Override
  protected boolean isContentAlwaysEmpty(HttpMessage message) {
    if (message != null && (isOfAnotherVersion || !isAddressed || !isFramedOnce(message))) {
      throw new IllegalArgumentException("not one address, or more than one length of a body");
    }
    return super.isContentAlwaysEmpty(message);
  }

  private static boolean isAddress(String target) {
    try {
      new URI(target);
      return true;
    } catch (URISyntaxException none) {
      return false;
    }
  }

  private static boolean isFramedOnce(HttpMessage message) {
    HttpHeaders headers = message.headers();
    if (headers.names().stream().anyMatch(String::isEmpty)) {
      return false;
    }
    List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
    return codings.isEmpty()
        || message.protocolVersion().equals(HttpVersion.HTTP_1_1)
            && !headers.contains(HttpHeaderNames.CONTENT_LENGTH)
            && codings.size() == 1
            && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.get(0).strip());
  }
}
