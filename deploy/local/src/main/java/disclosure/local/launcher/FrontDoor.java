package disclosure.local.launcher;

import disclosure.local.server.BrowserLanguage;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One address before the pages of all services, on loopback. What a door leads to gets the request
 * as it came, its path and host among it; only what the browser claims of proxies before this one
 * is taken away.
 */
final class FrontDoor implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int MAX_HEADER_BYTES = 16 << 10;
  private static final int MAX_LINE_BYTES = 64 << 10;
  private static final int MAX_CONNECTIONS = 256;
  private static final int CONNECT_MILLIS = 2000;
  private static final long PATIENCE_SECONDS = 10;
  private static final Pattern UPWARDS =
      Pattern.compile(
          "(/|%2f|\\\\|%5c)(\\.|%2e){1,2}(/|%2f|\\\\|%5c|;|$)", Pattern.CASE_INSENSITIVE);
  private static final String LOOK = "/front-door.css";

  /** Nothing but the look comes with these pages, and nothing is sent from them. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  /**
   * What lies behind a prefix.
   *
   * @param prefix the first part of the paths, {@code /dashboard}
   * @param label what a person finds there; empty for what no person looks for
   * @param english the same in English
   * @param port where the service listens on loopback
   */
  record Door(String prefix, String label, String english, int port) {

    /** A path that goes up again would lead to something else of the service. */
    boolean leadsTo(String path) {
      return (path.equals(prefix) || path.startsWith(prefix + "/"))
          && !UPWARDS.matcher(path).find();
    }
  }

  private record Opened(Door door, HttpProxy proxy) {}

  private final Vertx vertx;
  private final List<Opened> doors;

  private FrontDoor(Vertx vertx, List<Opened> doors) {
    this.vertx = vertx;
    this.doors = doors;
  }

  /** Opens the doors at the port. */
  static FrontDoor open(int port, List<Door> doors) throws Exception {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(MAX_CONNECTIONS)
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setDecompressionSupported(false));
    FrontDoor front =
        new FrontDoor(
            vertx, doors.stream().map(door -> new Opened(door, proxy(door, client))).toList());
    HttpServer server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setHost(LOOPBACK)
                    .setPort(port)
                    .setMaxHeaderSize(MAX_HEADER_BYTES)
                    .setMaxInitialLineLength(MAX_LINE_BYTES))
            .requestHandler(front::handle);
    try {
      await(server.listen());
    } catch (Exception failure) {
      front.close();
      throw failure;
    }
    return front;
  }

  @Override
  public void close() {
    try {
      await(vertx.close());
    } catch (ExecutionException | TimeoutException failure) {
      throw new IllegalStateException("the front door doesn't close", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpProxy proxy(Door door, HttpClient client) {
    return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
        .origin(context -> request(door, client, context))
        .addInterceptor(new Unchanged());
  }

  /**
   * A request to the service. When it is away the browser is told, and the proxy goes on waiting
   * for what it was to pass on; nobody holds it then.
   */
  private static Future<HttpClientRequest> request(
      Door door, HttpClient client, ProxyContext context) {
    return client
        .request(new RequestOptions().setHost(LOOPBACK).setPort(door.port()))
        .recover(
            away -> {
              answerAway(context.request().proxiedRequest());
              return Promise.<HttpClientRequest>promise().future();
            });
  }

  private void handle(HttpServerRequest request) {
    String path = Objects.requireNonNullElse(request.path(), "");
    Optional<Opened> door =
        doors.stream().filter(opened -> opened.door().leadsTo(path)).findFirst();
    if (request.authority() == null || request.headers().getAll(HttpHeaders.HOST).size() != 1) {
      // Of several, a service may see another one than whoever let the request through.
      answer(request, 400, page(request, "请求没有指明一个主机名", "The request doesn't name one host", ""));
    } else if (door.isPresent()) {
      door.get().proxy().handle(request);
    } else if (!List.of(HttpMethod.GET, HttpMethod.HEAD).contains(request.method())) {
      request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
      answer(request, 405, page(request, "不支持此操作", "This can't be done here", ""));
    } else if (path.equals("/")) {
      answer(
          request,
          200,
          page(request, "政府信息公开", "Disclosure of government information", list(request)));
    } else if (path.equals(LOOK)) {
      request.response().putHeader(HttpHeaders.CONTENT_TYPE, "text/css; charset=utf-8");
      request.response().end(resource("/disclosure/local/look.css"));
    } else {
      answer(request, 404, page(request, "没有此页面", "There is no such page", home(request)));
    }
  }

  private static boolean isEnglish(HttpServerRequest request) {
    return BrowserLanguage.isEnglish(
        Optional.ofNullable(request.getHeader(HttpHeaders.COOKIE)),
        Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
  }

  private static String home(HttpServerRequest request) {
    return "<p><a href=\"/\">"
        + (isEnglish(request) ? "Back to the beginning" : "返回首页")
        + "</a></p>";
  }

  private String list(HttpServerRequest request) {
    boolean english = isEnglish(request);
    return doors.stream()
        .map(Opened::door)
        .filter(door -> !door.label().isEmpty())
        .map(
            door ->
                String.format(
                    Locale.ROOT,
                    "<li><a href=\"%s\">%s</a></li>",
                    door.prefix(),
                    english ? door.english() : door.label()))
        .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
  }

  private static void answerAway(HttpServerRequest request) {
    request.response().putHeader("Retry-After", "5");
    // What is left of the request isn't read any more.
    request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    answer(
            request,
            503,
            page(
                request,
                "服务暂不可用",
                "The service is not available just now",
                "<p>"
                    + (isEnglish(request) ? "Load this page again later." : "请稍后刷新本页。")
                    + "</p>"
                    + home(request)))
        .onComplete(told -> request.connection().close());
  }

  private static Future<Void> answer(HttpServerRequest request, int status, String page) {
    HttpServerResponse response =
        request
            .response()
            .setStatusCode(status)
            .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
            .putHeader(HttpHeaders.CONTENT_LANGUAGE, isEnglish(request) ? "en" : "zh-CN")
            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
            .putHeader("Content-Security-Policy", POLICY)
            .putHeader("X-Content-Type-Options", "nosniff")
            .putHeader("Referrer-Policy", "same-origin");
    return response.end(page);
  }

  /** A page of ours; what a request said never stands in one. */
  private static String page(
      HttpServerRequest request, String chinese, String english, String content) {
    boolean isEnglish = isEnglish(request);
    return resource("front-door.html")
        .replace("{lang}", isEnglish ? "en" : "zh-CN")
        .replace("{title}", isEnglish ? english : chinese)
        .replace("{content}", content);
  }

  private static String resource(String name) {
    try (InputStream text = FrontDoor.class.getResourceAsStream(name)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static <T> T await(Future<T> begun)
      throws ExecutionException, InterruptedException, TimeoutException {
    return begun.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Keeps the host that the browser asked for, since it is what the services lead it back to. */
  private record Unchanged() implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      ProxyRequest request = context.request();
      request.setAuthority(request.proxiedRequest().authority());
      List.copyOf(request.headers().names()).stream()
          .filter(Unchanged::isOfAnotherProxy)
          .forEach(request.headers()::remove);
      return context.sendRequest();
    }

    private static boolean isOfAnotherProxy(String header) {
      String name = header.toLowerCase(Locale.ROOT);
      return name.equals("forwarded")
          || name.equals("x-real-ip")
          || name.startsWith("x-forwarded-");
    }
  }
}
