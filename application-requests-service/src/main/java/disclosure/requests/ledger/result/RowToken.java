package disclosure.requests.ledger.result;

import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a page of an import's rows ended. */
public record RowToken(String sheet, int row, String reference) {

  private static final RowToken START = new RowToken("", -1, "");

  private static final String BETWEEN = "\0";
  private static final Pattern ROW = Pattern.compile("\\d{1,7}");

  /** The token as a parameter, which clients need not understand. */
  public String token() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            String.join(BETWEEN, sheet, String.valueOf(row), reference)
                .getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads the parameter {@code after}.
   *
   * @throws Refusal 400, naming it, when it is no such token
   */
  public static RowToken of(Optional<String> after) {
    return after.map(RowToken::read).orElse(START);
  }

  private static RowToken read(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      String[] parts = text.split(BETWEEN, -1);
      if (parts.length == 3 && ROW.matcher(parts[1]).matches()) {
        return new RowToken(parts[0], Integer.parseInt(parts[1]), parts[2]);
      }
    } catch (IllegalArgumentException malformed) {
      // Said below.
    }
    throw Refusal.invalid(InputFault.NOT_FROM_NEXT.at("after"));
  }
}
