package disclosure.local.server;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * Where people sign in at the local issuer: a list of them, one click each. The browser says a
 * name, and nothing of what it stands for; it is led back to the pages and nowhere else.
 *
 * @param issuer the name of the one issuer at which people sign in
 * @param client the client of the pages
 * @param origin what the pages' addresses begin with
 * @param people who may be chosen
 * @param standard what the issuer does with a request that is in order
 */
record SignIn(String issuer, String client, String origin, List<LocalPerson> people, Route standard)
    implements Route {

  /** As the front door looks. */
  private static final String LOOK = look();

  private static final String POLICY =
      "default-src 'none'; style-src '" + digest(LOOK) + "'; frame-ancestors 'none'";

  private static final String AUTHORIZE = "authorize";
  private static final String END_SESSION = "endsession";

  @Override
  public boolean match(OAuth2HttpRequest request) {
    List<String> path = request.getUrl().pathSegments();
    return path.contains(AUTHORIZE) || path.contains(END_SESSION);
  }

  @Override
  public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
    List<String> path = request.getUrl().pathSegments();
    if (path.equals(List.of(issuer, AUTHORIZE))) {
      return authorize(request);
    }
    return path.equals(List.of(issuer, END_SESSION)) ? endSession(request) : refused(request);
  }

  private OAuth2HttpResponse authorize(OAuth2HttpRequest request) {
    HttpUrl asked = request.getUrl();
    if (!client.equals(asked.queryParameter("client_id"))
        || !isOfThePages(asked.queryParameter("redirect_uri"))) {
      return refused(request);
    }
    if (request.getMethod().equals("GET")) {
      boolean english = isEnglish(request);
      return page(200, english, english ? "Test sign-in" : "测试登录", list(english));
    }
    String chosen = request.getFormParameters().getMap().get("username");
    return people.stream()
        .filter(person -> person.id().equals(chosen))
        .findFirst()
        .map(person -> standard.invoke(as(person, request)))
        .orElseGet(() -> refused(request));
  }

  private OAuth2HttpResponse endSession(OAuth2HttpRequest request) {
    return Optional.ofNullable(request.getUrl().queryParameter("post_logout_redirect_uri"))
            .filter(back -> !isOfThePages(back))
            .isPresent()
        ? refused(request)
        : standard.invoke(request);
  }

  private boolean isOfThePages(String address) {
    return address != null && address.startsWith(origin + "/");
  }

  /** What was sent is thrown away, but for whom it chose. */
  private static OAuth2HttpRequest as(LocalPerson person, OAuth2HttpRequest request) {
    Map<String, Object> claims =
        Map.of(
            "name", person.name(),
            "preferred_username", person.id(),
            "organs", person.organs(),
            "realm_access", Map.of("roles", person.roles()));
    return new OAuth2HttpRequest(
        request.getHeaders(),
        "POST",
        request.getOriginalUrl(),
        "username="
            + encoded(person.id())
            + "&claims="
            + encoded(JSONObjectUtils.toJSONString(claims)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static boolean isEnglish(OAuth2HttpRequest request) {
    return BrowserLanguage.isEnglish(
        Optional.ofNullable(request.getHeaders().get("Cookie")),
        Optional.ofNullable(request.getHeaders().get("Accept-Language")));
  }

  private String list(boolean english) {
    return people.stream()
        .map(
            person ->
                "<li><button name=\"username\" value=\""
                    + person.id()
                    + "\">"
                    + person.name()
                    + "</button> "
                    + person.post()
                    + "</li>")
        .collect(
            Collectors.joining(
                "\n",
                "<p>"
                    + (english
                        ? "These people are made up, for trying the product on this machine alone."
                        : "以下人员均为虚构，仅供本机试用。")
                    + "</p>\n<form method=\"post\">\n<ul lang=\"zh-CN\">\n",
                "\n</ul>\n</form>"));
  }

  private static OAuth2HttpResponse refused(OAuth2HttpRequest request) {
    return isEnglish(request)
        ? page(
            400,
            true,
            "Sign-in refused",
            "<p>The request to sign in wasn't made by a page of this machine.</p>")
        : page(400, false, "不能登录", "<p>登录请求不是本机页面发出的。</p>");
  }

  private static OAuth2HttpResponse page(
      int status, boolean english, String title, String content) {
    return new OAuth2HttpResponse(
        Headers.of(
            "Content-Type", "text/html; charset=utf-8",
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy", POLICY),
        status,
        "<!DOCTYPE html>\n<html lang=\""
            + (english ? "en" : "zh-CN")
            + "\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
            + title
            + "</title>\n<style>"
            + LOOK
            + "</style>\n</head>\n<body>\n<main>\n<h1>"
            + title
            + "</h1>\n"
            + content
            + "\n</main>\n</body>\n</html>\n",
        null);
  }

  private static String look() {
    try (InputStream text = SignIn.class.getResourceAsStream("/disclosure/local/look.css")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** How a policy names the one style that may be there. */
  private static String digest(String style) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
