package disclosure.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

/** What the neighbours were asked for. */
public final class NeighbourLog {

  static final String PATH = "/asked";

  private NeighbourLog() {}

  /** The paths that were asked for with an organ since this was read last, in order. */
  public static List<String> paths(String organ) {
    return Stream.of("STATISTICS_URL", "REQUESTS_URL")
        .flatMap(neighbour -> read(Servers.running().get(neighbour)))
        .filter(question -> question.contains(organ))
        .map(question -> question.replaceFirst("\\?.*", ""))
        .sorted()
        .toList();
  }

  private static Stream<String> read(String neighbour) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(neighbour + PATH)).build();
    try {
      return HttpClient.newHttpClient()
          .send(request, HttpResponse.BodyHandlers.ofString())
          .body()
          .lines();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
