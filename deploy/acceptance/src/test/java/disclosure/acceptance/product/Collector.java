package disclosure.acceptance.product;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Takes traces as an OpenTelemetry collector does, by OTLP over gRPC, and reads of them what a test
 * asks about.
 */
final class Collector implements AutoCloseable {

  /** What a message of gRPC begins with: whether it is compressed, and its length. */
  private static final int FRAME_HEAD = 5;

  private static final String TRACES =
      "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

  private final Vertx vertx = Vertx.vertx();

  /** By their ids: whoever isn't answered in time sends a span again. */
  private final Map<String, Span> spans = new ConcurrentHashMap<>();

  private final Queue<byte[]> messages = new ConcurrentLinkedQueue<>();
  private HttpServer server;

  /**
   * A span as it came.
   *
   * @param parent its parent's id; empty at the root
   */
  record Span(
      String service,
      String trace,
      String id,
      String parent,
      String name,
      long kind,
      Map<String, String> attributes) {}

  Collector(int port) throws Exception {
    open(port);
  }

  void open(int port) throws Exception {
    server =
        vertx
            .createHttpServer()
            .requestHandler(this::take)
            .listen(port, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  /** Nobody listens any more. */
  void goAway() throws Exception {
    server.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  /** The spans of a trace so far. */
  List<Span> of(String trace) {
    return spans.values().stream().filter(span -> span.trace().equals(trace)).toList();
  }

  /** All that came, as text. */
  String everything() {
    StringBuilder all = new StringBuilder();
    messages.forEach(message -> all.append(new String(message, StandardCharsets.UTF_8)));
    return all.toString();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void take(HttpServerRequest request) {
    request.body().onSuccess(body -> answer(request, body));
  }

  private void answer(HttpServerRequest request, Buffer body) {
    if (request.path().equals(TRACES)) {
      byte[] message = message(body);
      messages.add(message);
      read(message);
    }
    request
        .response()
        .putHeader("content-type", "application/grpc")
        .putTrailer("grpc-status", "0")
        .end(Buffer.buffer(new byte[FRAME_HEAD]));
  }

  private static byte[] message(Buffer body) {
    byte[] sent = body.getBytes(FRAME_HEAD, body.length());
    if (body.getByte(0) == 0) {
      return sent;
    }
    try (GZIPInputStream whole = new GZIPInputStream(new java.io.ByteArrayInputStream(sent))) {
      return whole.readAllBytes();
    } catch (java.io.IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private void read(byte[] request) {
    each(
        request,
        1,
        resourceSpans -> {
          Map<String, String> resource = new HashMap<>();
          each(resourceSpans, 1, of -> each(of, 1, attribute -> put(resource, attribute)));
          each(
              resourceSpans,
              2,
              scope ->
                  each(
                      scope,
                      2,
                      span -> keep(span(resource.getOrDefault("service.name", ""), span))));
        });
  }

  private void keep(Span span) {
    spans.put(span.id(), span);
  }

  private static Span span(String service, byte[] span) {
    Map<String, String> attributes = new HashMap<>();
    each(span, 9, attribute -> put(attributes, attribute));
    return new Span(
        service,
        hex(span, 1),
        hex(span, 2),
        hex(span, 4),
        text(span, 5),
        fields(span).stream()
            .filter(field -> field.number() == 6)
            .mapToLong(Field::value)
            .findFirst()
            .orElse(0),
        attributes);
  }

  private static void put(Map<String, String> attributes, byte[] keyValue) {
    each(
        keyValue,
        2,
        value ->
            fields(value)
                .forEach(
                    some ->
                        attributes.put(
                            text(keyValue, 1),
                            some.bytes().length > 0 || some.number() == 1
                                ? new String(some.bytes(), StandardCharsets.UTF_8)
                                : Long.toString(some.value()))));
  }

  private static String hex(byte[] message, int number) {
    List<String> found = new ArrayList<>();
    each(message, number, bytes -> found.add(HexFormat.of().formatHex(bytes)));
    return found.isEmpty() ? "" : found.get(0);
  }

  private static String text(byte[] message, int number) {
    List<String> found = new ArrayList<>();
    each(message, number, bytes -> found.add(new String(bytes, StandardCharsets.UTF_8)));
    return found.isEmpty() ? "" : found.get(0);
  }

  private static void each(byte[] message, int number, Consumer<byte[]> of) {
    fields(message).stream()
        .filter(field -> field.number() == number)
        .forEach(field -> of.accept(field.bytes()));
  }

  /** A field of a message of Protocol Buffers: a number, or bytes. */
  private record Field(int number, long value, byte[] bytes) {}

  private static List<Field> fields(byte[] message) {
    List<Field> fields = new ArrayList<>();
    int[] at = {0};
    while (at[0] < message.length) {
      long tag = varint(message, at);
      int number = (int) (tag >>> 3);
      switch ((int) (tag & 7)) {
        case 0 -> fields.add(new Field(number, varint(message, at), new byte[0]));
        case 1 -> fields.add(new Field(number, fixed(message, at, 8), new byte[0]));
        case 5 -> fields.add(new Field(number, fixed(message, at, 4), new byte[0]));
        case 2 -> {
          int length = (int) varint(message, at);
          byte[] bytes = java.util.Arrays.copyOfRange(message, at[0], at[0] + length);
          at[0] += length;
          fields.add(new Field(number, 0, bytes));
        }
        default -> throw new IllegalStateException("no message of Protocol Buffers");
      }
    }
    return fields;
  }

  private static long varint(byte[] message, int[] at) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = message[at[0]++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private static long fixed(byte[] message, int[] at, int size) {
    long value = 0;
    for (int i = 0; i < size; i++) {
      value |= (long) (message[at[0] + i] & 0xff) << (8 * i);
    }
    at[0] += size;
    return value;
  }
}
