package disclosure.edge.page;

import disclosure.edge.Language;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The language in which a page is answered: Chinese, unless the person chose English on a page, or
 * chose nothing and his browser prefers it. It belongs to the request that is being answered, and
 * goes with it to whatever thread does that.
 */
public final class PageLanguage {

  /** By what of a request a page differs, as {@code Vary} says it. */
  public static final String VARYING = "Accept-Language, Cookie";

  /** What a person chose: {@code zh} or {@code en}. */
  static final String COOKIE = "language";

  /** Below the prefix of the pages, where one chooses. */
  private static final String CHOOSING = "/language";

  private static final String CHOSEN = "to";
  private static final String BACK = "back";

  /** What browsers resolve. */
  private static final Pattern UPWARDS = Pattern.compile("(?i)/(?:\\.|%2e)");

  private static final String KEY = PageLanguage.class.getName();
  private static final String CHINESE_TAG = "zh-CN";
  private static final List<Locale> OFFERED = List.of(Locale.CHINESE, Locale.ENGLISH);
  private static final int LONGEST_WAY_BACK = 2_000;
  private static final Pattern ADDRESS = Pattern.compile("/[\\x21-\\x7e]*");
  private static final ThreadLocal<Spoken> SAID = new ThreadLocal<>();

  private PageLanguage() {}

  /**
   * What is spoken in an answer.
   *
   * @param other the address at which the same page is had in the other language; empty where it
   *     isn't to be had once more
   */
  private record Spoken(Locale language, String other) {

    private static final Spoken CHINESE = new Spoken(Locale.CHINESE, "");
  }

  /** That of the page that is being answered; Chinese where none is. */
  public static Locale current() {
    return spoken().language();
  }

  /**
   * Where the page that is being answered is had in the other language; empty where it isn't, such
   * as the answer to a form, whose address can't be come back to.
   */
  public static String other() {
    return spoken().other();
  }

  private static Spoken spoken() {
    return Optional.ofNullable(SAID.get()).or(PageLanguage::ofRequest).orElse(Spoken.CHINESE);
  }

  /** Requests have a context each; one that several share tells nothing of any. */
  private static Optional<Spoken> ofRequest() {
    return VertxContext.isOnDuplicatedContext() ? ContextLocals.get(KEY) : Optional.empty();
  }

  /** Makes something in a language, whatever is being answered; it must be made on this thread. */
  public static <T> T in(Locale language, Supplier<T> made) {
    return in(new Spoken(language, ""), made);
  }

  /** Makes something for a request, also before it was settled what is spoken to it. */
  static <T> T in(RoutingContext request, Supplier<T> made) {
    return in(
        Optional.<Spoken>ofNullable(request.get(KEY))
            .orElseGet(() -> new Spoken(of(request.request()), "")),
        made);
  }

  private static <T> T in(Spoken spoken, Supplier<T> made) {
    Spoken before = SAID.get();
    SAID.set(spoken);
    try {
      return made.get();
    } finally {
      if (before == null) {
        SAID.remove();
      } else {
        SAID.set(before);
      }
    }
  }

  /** That of a page that somebody asks for. */
  static Locale of(HttpServerRequest request) {
    return chosen(request)
        .orElseGet(
            () -> Language.of(Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
  }

  /** Read here alone: who reads them of the request has them kept with it for everybody. */
  private static Optional<Locale> chosen(HttpServerRequest request) {
    return request.headers().getAll(HttpHeaders.COOKIE).stream()
        .flatMap(cookies -> ServerCookieDecoder.LAX.decode(cookies).stream())
        .filter(cookie -> cookie.name().equals(COOKIE))
        .flatMap(cookie -> offered(cookie.value()).stream())
        .findFirst();
  }

  private static Optional<Locale> offered(String tag) {
    return OFFERED.stream().filter(language -> language.getLanguage().equals(tag)).findFirst();
  }

  /**
   * Settles it for all that answers the request. Whoever asks what the browser prefers is told what
   * was chosen, so that all of an answer is in one language.
   *
   * @param prefix what the paths of the pages begin with
   */
  static void settle(RoutingContext request, String prefix) {
    Locale language = of(request.request());
    boolean isHadAgain =
        PageGate.isSafe(request)
            && !WebPages.path(request).equals(prefix + "/" + PageClient.CALLBACK);
    Spoken spoken = new Spoken(language, isHadAgain ? way(request, prefix, language) : "");
    request.put(KEY, spoken);
    request.request().headers().set(HttpHeaders.ACCEPT_LANGUAGE, language.getLanguage());
    if (VertxContext.isOnDuplicatedContext()) {
      ContextLocals.put(KEY, spoken);
    }
  }

  private static String way(RoutingContext request, String prefix, Locale language) {
    Locale wanted = language.equals(Locale.ENGLISH) ? Locale.CHINESE : Locale.ENGLISH;
    String query = Optional.ofNullable(request.request().query()).map("?"::concat).orElse("");
    String here = request.request().path() + query;
    return prefix
        + CHOOSING
        + "?"
        + CHOSEN
        + "="
        + wanted.getLanguage()
        + "&"
        + BACK
        + "="
        + URLEncoder.encode(
            here.length() > LONGEST_WAY_BACK ? request.request().path() : here,
            StandardCharsets.UTF_8);
  }

  /** Whether somebody chooses a language. */
  static boolean isChosen(RoutingContext request, String path, String prefix) {
    return path.equals(prefix + CHOOSING) && PageGate.isSafe(request);
  }

  /** The cookie that keeps what was chosen; empty where nothing was that there is. */
  static Optional<String> kept(RoutingContext request, boolean secure) {
    return Optional.ofNullable(request.request().getParam(CHOSEN))
        .flatMap(PageLanguage::offered)
        .map(
            language ->
                COOKIE
                    + "="
                    + language.getLanguage()
                    + "; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"
                    + (secure ? "; Secure" : ""));
  }

  /** Where it was chosen: a page of the same service, or the first one. */
  static String back(RoutingContext request, String prefix) {
    return Optional.ofNullable(request.request().getParam(BACK))
        .filter(address -> ADDRESS.matcher(address).matches())
        .filter(address -> WebPages.isBelow(prefix, address.replaceFirst("[?#].*", "")))
        .filter(address -> !UPWARDS.matcher(address).find())
        .orElse(prefix);
  }

  /** What an answer says of it, where it is a page. */
  static void tell(RoutingContext request) {
    MultiMap headers = request.response().headers();
    String type = headers.get(HttpHeaders.CONTENT_TYPE);
    if (type != null && type.startsWith("text/html")) {
      tell(headers, in(request, PageLanguage::current));
    }
  }

  static void tell(MultiMap headers, Locale language) {
    headers.set(
        HttpHeaders.CONTENT_LANGUAGE,
        language.equals(Locale.ENGLISH) ? language.getLanguage() : CHINESE_TAG);
    headers.set(HttpHeaders.VARY, varying(headers));
  }

  private static String varying(MultiMap headers) {
    return Stream.concat(headers.getAll(HttpHeaders.VARY).stream(), Stream.of(VARYING))
        .flatMap(names -> Stream.of(names.split(",")))
        .map(String::strip)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
