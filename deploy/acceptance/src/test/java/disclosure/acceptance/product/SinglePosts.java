package disclosure.acceptance.product;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Clients that post one application after the other, of 2025, until they are told to stop or the
 * service says that it is ending.
 */
final class SinglePosts {

  private final Map<String, String> answered = new ConcurrentHashMap<>();
  private final AtomicInteger sent = new AtomicInteger();
  private final List<Thread> clients;
  private final Queue<RuntimeException> unexpected = new ConcurrentLinkedQueue<>();
  private volatile boolean stopping;

  private SinglePosts(Client client, String organ, int number) {
    clients =
        IntStream.range(0, number)
            .mapToObj(i -> new Thread(() -> run(client, organ), "single-posts-" + i))
            .toList();
  }

  static SinglePosts start(Client client, String organ, int number) {
    SinglePosts posts = new SinglePosts(client, organ, number);
    posts.clients.forEach(Thread::start);
    return posts;
  }

  /**
   * The ids of those that were answered as recorded, by their references.
   *
   * @throws IllegalStateException when one was answered otherwise than as recorded or as refused
   */
  Map<String, String> stop() throws InterruptedException {
    stopping = true;
    for (Thread client : clients) {
      client.join();
    }
    if (!unexpected.isEmpty()) {
      throw new IllegalStateException(unexpected.size() + " clients broke off", unexpected.peek());
    }
    return answered;
  }

  /** How many were sent, whether they were answered or not. */
  int sent() {
    return sent.get();
  }

  /**
   * The id that the post is answered with; empty when it is refused, since the service is ending.
   */
  static Optional<String> post(Client client, String organ, String reference) {
    HttpResponse<String> response =
        client.post(
            "recorder",
            "requests",
            "/applications",
            "{\"organCode\":\"ORGAN\",\"sourceReference\":\"REFERENCE\",\"receivedOn\":\"2025-03-03\","
                    .replace("ORGAN", organ)
                    .replace("REFERENCE", reference)
                + "\"channel\":\"ONLINE\",\"applicant\":{\"type\":\"NATURAL_PERSON\"}}");
    return switch (response.statusCode()) {
      case 200, 201 -> Optional.of(Client.parse(response.body()).get("id").asText());
      case 503 -> Optional.empty();
      default -> throw new IllegalStateException(response.statusCode() + " " + response.body());
    };
  }

  private void run(Client client, String organ) {
    try {
      boolean served = true;
      while (served && !stopping) {
        String reference = "single-" + sent.incrementAndGet();
        Optional<String> id = post(client, organ, reference);
        id.ifPresent(known -> answered.put(reference, known));
        served = id.isPresent();
      }
    } catch (UncheckedIOException gone) {
      // The service listens no more.
    } catch (RuntimeException failure) {
      unexpected.add(failure);
    }
  }
}
