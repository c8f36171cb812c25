package disclosure.edge;

import java.util.Locale;

/** What a request that isn't let in showed of who sent it; RFC 6750, 3.1, tells the ways apart. */
enum Credentials {
  /** Neither a token nor anything in its place. */
  NONE("Bearer", "请使用有效的访问令牌（Bearer token）。", "Send a valid bearer token."),
  /** A token that has ended, is for somebody else, or is none. */
  TOKEN(
      "Bearer error=\"invalid_token\"",
      "访问令牌无效或者已过期，请重新获取后再提交。",
      "The bearer token is not valid, or has expired; get another one and send again."),
  /** The ticket of a stream. */
  TICKET(
      "Bearer error=\"invalid_token\"",
      "票据无效、已过期或者已使用过（每张只能使用一次），请重新获取。",
      "The ticket is not valid, has expired or was used, which it can be once; get another one.");

  private final String challenge;
  private final Text detail;

  Credentials(String challenge, String chinese, String english) {
    this.challenge = challenge;
    this.detail = new Text(chinese, english);
  }

  /**
   * Those of a request.
   *
   * @param authorization the header Authorization; null when there is none
   * @param target as it stands in the request's first line
   */
  static Credentials of(String authorization, String target) {
    if (authorization != null) {
      // Another scheme is none that was asked for, and gives nothing that would be a token.
      return authorization.toLowerCase(Locale.ROOT).startsWith("bearer ") ? TOKEN : NONE;
    }
    return StreamAddress.ticket(target).isPresent() ? TICKET : NONE;
  }

  /** The value of the header WWW-Authenticate. */
  String challenge() {
    return challenge;
  }

  Refusal refusal() {
    return StatusTexts.refusal(401).saying(detail);
  }
}
