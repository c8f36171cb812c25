package disclosure.requests.search;

import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of a list ended.
 *
 * @param order the list's order
 * @param day the last application's day in that order
 * @param id its id
 */
record PageToken(Order order, LocalDate day, UUID id) {

  private static final Pattern FORM =
      Pattern.compile(
          "(RECEIVED|OLDEST|DUE) (\\d{4}-\\d{2}-\\d{2}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  /** The page token as a parameter, which clients need not understand. */
  String token() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((order + " " + day + " " + id).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Reads the parameter {@code after}.
   *
   * @throws Refusal 400, naming it, when it is no page token of a list in this order
   */
  static Optional<PageToken> of(Optional<String> after, Order order) {
    return after.map(
        token -> {
          try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            Matcher form = FORM.matcher(new String(bytes, StandardCharsets.US_ASCII));
            if (form.matches() && form.group(1).equals(order.name())) {
              return new PageToken(
                  order, LocalDate.parse(form.group(2)), UUID.fromString(form.group(3)));
            }
          } catch (RuntimeException malformed) {
            // Said below, as for a pageToken of another list.
          }
          throw Refusal.invalid(InputFault.NOT_FROM_NEXT.at("after"));
        });
  }
}
