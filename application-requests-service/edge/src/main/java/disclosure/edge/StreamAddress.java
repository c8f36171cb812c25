package disclosure.edge;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The address of a stream as it stands in the request's first line.
 *
 * @param path from the root
 * @param query the parameters but for the ticket, as they were sent; may be empty
 */
record StreamAddress(String path, String query) {

  static final String TICKET = "ticket";

  private static final String BEGINNING = TICKET + "=";

  /** That of the stream for which a ticket is asked below it. */
  static StreamAddress ofTicketRequest(String target) {
    StreamAddress asked = of(target);
    return new StreamAddress(asked.path.substring(0, asked.path.lastIndexOf('/')), asked.query);
  }

  static StreamAddress of(String target) {
    return new StreamAddress(
        path(target), parameters(target, Predicate.not(StreamAddress::isTicket)));
  }

  /** The ticket, when the request shows one. */
  static Optional<String> ticket(String target) {
    return Optional.of(parameters(target, StreamAddress::isTicket))
        .filter(found -> !found.isEmpty())
        .map(found -> found.substring(BEGINNING.length()));
  }

  /** The address with a ticket. */
  String with(String ticket) {
    return path + "?" + (query.isEmpty() ? "" : query + "&") + BEGINNING + ticket;
  }

  @Override
  public String toString() {
    return query.isEmpty() ? path : path + "?" + query;
  }

  private static String path(String target) {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  private static String parameters(String target, Predicate<String> kept) {
    int mark = target.indexOf('?');
    Stream<String> all =
        mark < 0 ? Stream.empty() : Arrays.stream(target.substring(mark + 1).split("&", -1));
    return all.filter(kept).collect(Collectors.joining("&"));
  }

  private static boolean isTicket(String parameter) {
    return parameter.startsWith(BEGINNING);
  }
}
