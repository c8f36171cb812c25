package disclosure.benchmark;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Sends requests over kept connections, at a rate or as fast as they are answered. */
final class Load implements AutoCloseable {

  /**
   * A request.
   *
   * @param url absolute
   * @param body what is posted; empty for a GET
   */
  record Call(String url, Optional<String> body) {

    static Call get(String url) {
      return new Call(url, Optional.empty());
    }
  }

  /**
   * What came of it.
   *
   * @param perSecond answers a second
   * @param nanos how long each answer took, ascending; at a rate, from when it was due
   * @param refused answers other than 2xx, and broken connections
   */
  record Result(double perSecond, long[] nanos, int refused) {

    /** The latency in milliseconds that the given share of answers kept. */
    double percentile(double share) {
      return nanos[(int) Math.min(nanos.length - 1, Math.floor(nanos.length * share))] / 1e6;
    }
  }

  /** What takes longer counts as not answered. */
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
  private final Context context = vertx.getOrCreateContext();
  private final HttpClient client;
  private final String token;
  private final int connections;

  Load(String token, int connections) {
    this.token = token;
    this.connections = connections;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(true),
            new PoolOptions().setHttp1MaxSize(connections));
  }

  /** As many as are answered within the time, each connection with one request at a time. */
  Result saturate(Duration time, IntFunction<Call> calls) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    Recorder recorder = new Recorder();
    long start = System.nanoTime();
    long end = start + time.toNanos();
    CountDownLatch idle = new CountDownLatch(connections);
    for (int i = 0; i < connections; i++) {
      chain(calls, next, recorder, () -> System.nanoTime() >= end, idle);
    }
    idle.await();
    return recorder.result(System.nanoTime() - start);
  }

  /** That many requests, each connection with one at a time. */
  Result first(int number, IntFunction<Call> calls) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    Recorder recorder = new Recorder();
    long start = System.nanoTime();
    CountDownLatch idle = new CountDownLatch(connections);
    for (int i = 0; i < connections; i++) {
      chain(calls, next, recorder, () -> next.get() >= number, idle);
    }
    idle.await();
    return recorder.result(System.nanoTime() - start);
  }

  /** That many requests at the rate, whether earlier ones are answered or not. */
  Result atRate(int perSecond, int number, IntFunction<Call> calls) throws InterruptedException {
    Recorder recorder = new Recorder();
    CountDownLatch open = new CountDownLatch(number);
    long start = System.nanoTime();
    for (int i = 0; i < number; i++) {
      long due = start + i * 1_000_000_000L / perSecond;
      long early = due - System.nanoTime();
      if (early > 0) {
        TimeUnit.NANOSECONDS.sleep(early);
      }
      send(calls.apply(i), due, recorder, open::countDown);
    }
    open.await();
    return recorder.result(System.nanoTime() - start);
  }

  @Override
  public void close() {
    client.close().toCompletionStage().toCompletableFuture().join();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void chain(
      IntFunction<Call> calls,
      AtomicInteger next,
      Recorder recorder,
      BooleanSupplier ended,
      CountDownLatch idle) {
    if (ended.getAsBoolean()) {
      idle.countDown();
      return;
    }
    send(
        calls.apply(next.getAndIncrement()),
        System.nanoTime(),
        recorder,
        () -> chain(calls, next, recorder, ended, idle));
  }

  private void send(Call call, long since, Recorder recorder, Runnable then) {
    RequestOptions options =
        new RequestOptions()
            .setAbsoluteURI(call.url())
            .setTimeout(TIMEOUT.toMillis())
            .setMethod(call.body().isPresent() ? HttpMethod.POST : HttpMethod.GET)
            .putHeader("Authorization", "Bearer " + token)
            .putHeader("Content-Type", "application/json");
    // On the event loop, so that no answer is there before anybody waits for it.
    context.runOnContext(
        now ->
            client
                .request(options)
                .compose(
                    request ->
                        call.body()
                            .map(body -> request.send(Buffer.buffer(body)))
                            .orElseGet(request::send))
                .compose(response -> response.body().map(body -> response.statusCode()))
                .onComplete(
                    answer -> {
                      recorder.note(since, answer.succeeded() && answer.result() / 100 == 2);
                      then.run();
                    }));
  }

  /** Latencies as they come in. */
  private static final class Recorder {

    private final java.util.concurrent.ConcurrentLinkedQueue<Long> nanos =
        new java.util.concurrent.ConcurrentLinkedQueue<>();
    private final AtomicLong refused = new AtomicLong();

    void note(long since, boolean good) {
      nanos.add(System.nanoTime() - since);
      if (!good) {
        refused.incrementAndGet();
      }
    }

    Result result(long duration) {
      long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
      Arrays.sort(sorted);
      return new Result(sorted.length / (duration / 1e9), sorted, refused.intValue());
    }
  }
}
