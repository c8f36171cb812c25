package disclosure.edge;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Opens one stream once, for a client that can't send a header with its request.
 *
 * @param ticket the value of the stream's parameter {@code ticket}
 * @param stream where the stream is, with its parameters and the ticket
 * @param expiresAt when it opens nothing any more, if it wasn't used until then
 */
@Schema(name = "StreamTicket")
public record StreamTicket(String ticket, String stream, Instant expiresAt) {}
