package disclosure.requests.steps;

import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.requests.fault.RegisterFault;
import java.util.List;

/** What the request headers of a post say. */
public final class RequestHeaders {

  private static final String PRINTABLE = "[!-~]{1,128}";

  private RequestHeaders() {}

  /**
   * The value of Idempotency-Key, with or without the quotes of a structured-field string.
   *
   * @throws Refusal 400 when it is empty, longer than 128 characters, or holds blanks or other than
   *     ASCII
   */
  public static String idempotencyKey(String header) {
    String key =
        header.length() > 2 && header.startsWith("\"") && header.endsWith("\"")
            ? header.substring(1, header.length() - 1)
            : header;
    if (!key.matches(PRINTABLE)) {
      throw Refusal.invalid(RegisterFault.MALFORMED_IDEMPOTENCY_KEY.at("Idempotency-Key"));
    }
    return key;
  }

  /** 409: the key stands for a request with other content. */
  public static Refusal idempotencyKeyTaken() {
    return Refusal.conflict(
        "idempotency-key-taken",
        new Text("Idempotency-Key 已被使用", "Idempotency-Key taken"),
        new Text(
            "该 Idempotency-Key 已用于内容不同的请求。",
            "The key was used for a request with other content; take a new one for a new request."),
        List.of(RegisterFault.IDEMPOTENCY_KEY_TAKEN.at("Idempotency-Key")));
  }
}
