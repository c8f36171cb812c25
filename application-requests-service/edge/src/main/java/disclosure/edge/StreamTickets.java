package disclosure.edge;

import disclosure.storage.Sql;
import disclosure.storage.Transactions;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Tickets for streams. The database keeps a digest of the ticket and of the stream's address, so
 * that a ticket is worth nothing for another address, whoever reads the database has none, and any
 * instance can take what another one gave. The moment that counts is the database's.
 */
@ApplicationScoped
public class StreamTickets {

  /** The query parameter that shows one. */
  public static final String PARAMETER = StreamAddress.TICKET;

  /** How long a ticket waits for its use. */
  static final Duration LIFE = Duration.ofSeconds(30);

  /** Tickets of one client that wait at a time. */
  static final int MAX_WAITING = 200;

  private static final int BYTES = 32;

  /** What a ticket's bytes are in Base64, without padding. */
  private static final int LENGTH = 43;

  private final SecureRandom random = new SecureRandom();
  private final Transactions transactions;
  private final CurrentCaller caller;
  private final Links links;
  private final boolean served;

  StreamTickets(DataSource database, CurrentCaller caller, Links links, EdgeSettings settings) {
    this.served = settings.streamTickets();
    this.transactions = new Transactions(database);
    this.caller = caller;
    this.links = links;
  }

  /**
   * Gives the caller a ticket for the stream above the path at which it was asked for, with the
   * parameters of the request.
   *
   * @throws Refusal 429 when too many of the client's wait to be used
   */
  public Response give(RoutingContext request) {
    StreamAddress stream = StreamAddress.ofTicketRequest(request.request().uri());
    String ticket = newTicket();
    Instant expiresAt = store(digest(ticket, stream));
    return Response.ok(new StreamTicket(ticket, links.to(stream.with(ticket)), expiresAt))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** The ticket that the request shows in place of a token, where there are any. */
  Optional<String> shown(RoutingContext request) {
    return served && request.request().method().equals(HttpMethod.GET)
        ? StreamAddress.ticket(request.request().uri())
        : Optional.empty();
  }

  /**
   * Uses up a ticket.
   *
   * @return who got it; empty when it was used before, is too old or is for another address
   */
  Optional<TicketHolder> take(String ticket, RoutingContext request) {
    if (ticket.length() != LENGTH) {
      return Optional.empty();
    }
    byte[] digest = digest(ticket, StreamAddress.of(request.request().uri()));
    return transactions.run(
        connection ->
            Sql.of(
                    connection,
                    """
                    DELETE FROM stream_ticket WHERE digest = :digest AND expires_at > now()
                    RETURNING client_id, roles, organs, rights_end_at
                    """)
                .with("digest", digest)
                .firstRow(StreamTickets::holder));
  }

  private Instant store(byte[] digest) {
    Caller holder = caller.get();
    return transactions
        .run(
            connection -> {
              Sql.of(connection, "DELETE FROM stream_ticket WHERE expires_at <= now()").update();
              return Sql.of(
                      connection,
                      """
                      INSERT INTO stream_ticket
                        (digest, client_id, roles, organs, expires_at, rights_end_at)
                      SELECT :digest, :client, :roles, :organs,
                             least(now() + :seconds * interval '1 second', ends.at), ends.at
                      FROM (SELECT cast(:end AS timestamptz)) AS ends (at)
                      WHERE (SELECT count(*) FROM stream_ticket WHERE client_id = :client) < :most
                      RETURNING expires_at
                      """)
                  .with("digest", digest)
                  .with("client", holder.clientId())
                  .array("roles", "text", caller.roles())
                  .array("organs", "text", holder.scope().claim())
                  .with("seconds", LIFE.toSeconds())
                  .with("end", caller.rightsEndAt())
                  .with("most", MAX_WAITING)
                  .first(Instant.class);
            })
        .orElseThrow(() -> Refusal.tooManyRequests(LIFE.toSeconds()));
  }

  private static TicketHolder holder(ResultSet row) throws SQLException {
    return new TicketHolder(
        new Caller(row.getString("client_id"), CallerScope.of(texts(row, "organs"))),
        Set.copyOf(texts(row, "roles")),
        row.getTimestamp("rights_end_at").toInstant());
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private String newTicket() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] digest(String ticket, StreamAddress stream) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((ticket + " " + stream).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
