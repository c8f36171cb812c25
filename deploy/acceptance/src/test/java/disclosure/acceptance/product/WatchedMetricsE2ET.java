package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What dashboards, alerts and scaling ask Prometheus for is what running services tell. */
@ExtendWith(SampleStack.Shared.class)
@Execution(ExecutionMode.SAME_THREAD)
class WatchedMetricsE2ET {

  private static final Path WATCHED = Checkout.ROOT.resolve("deploy/observability");
  private static final Path SCALING =
      Checkout.ROOT.resolve("deploy/kubernetes/operators/scaling.yaml");
  private static final List<Integer> MANAGEMENT = List.of(9081, 9082, 9083);

  /** What Prometheus itself puts to a sample. */
  private static final Set<String> ADDED = Set.of("job", "instance");

  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
  private static final Pattern GROUPED = Pattern.compile("\\b(?:by|on) \\(([^)]*)\\)");
  private static final Pattern LABELS = Pattern.compile("\\{([^}]*)\\}");
  private static final Pattern NAME = Pattern.compile("\\b[a-z][a-z0-9_]*\\b(?! *\\()");
  private static final Set<String> WORDS = Set.of("or", "and", "unless", "offset");
  private static final Pattern DURATION = Pattern.compile("\\b\\d+[smhd]\\b");

  @Test
  void everything_that_is_asked_for_is_told(SampleStack sample)
      throws IOException, InterruptedException {
    Map<String, Set<String>> told = told(sample);
    Set<String> documented = documented();

    for (String question : questions()) {
      String plain = TEXT.matcher(question).replaceAll("");
      Set<String> names = names(plain);
      assertThat(names).as(question).isNotEmpty();
      for (String name : names) {
        // A counter that nothing was counted in yet isn't told; those of ours are in the table of
        // metrics.
        assertThat(told.containsKey(name) || isDocumented(name, documented) || name.equals("up"))
            .as("%s in %s", name, question)
            .isTrue();
      }
      if (names.stream().allMatch(told::containsKey)) {
        Set<String> known =
            names.stream().flatMap(name -> told.get(name).stream()).collect(Collectors.toSet());
        known.addAll(ADDED);
        assertThat(known).as(question).containsAll(labels(plain));
      }
    }
  }

  /** Every metric, and the labels that it bears. */
  private static Map<String, Set<String>> told(SampleStack sample)
      throws IOException, InterruptedException {
    Map<String, Set<String>> told = new TreeMap<>();
    for (int port : MANAGEMENT) {
      String address = "http://127.0.0.1:" + sample.launch().port(port) + "/q/metrics";
      HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(
              line -> {
                String name = line.split("[{ ]", 2)[0];
                Set<String> labels = told.computeIfAbsent(name, fresh -> new TreeSet<>());
                Pattern.compile("[{,]([a-zA-Z_]+)=\"")
                    .matcher(line)
                    .results()
                    .forEach(label -> labels.add(label.group(1)));
              });
    }
    return told;
  }

  private static Set<String> documented() throws IOException {
    return Pattern.compile("`([a-z_]+)`")
        .matcher(Files.readString(Checkout.ROOT.resolve("deploy/docs/operations.md")))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }

  /** A timer is told as several. */
  private static boolean isDocumented(String name, Set<String> documented) {
    return documented.contains(name)
        || documented.contains(name.replaceFirst("_(count|sum|max|bucket)$", ""));
  }

  private static List<String> questions() throws IOException {
    List<String> questions = new ArrayList<>();
    try (Stream<Path> boards = Files.list(WATCHED.resolve("dashboards"))) {
      for (Path board : boards.filter(file -> file.toString().endsWith(".json")).toList()) {
        questions.addAll(new ObjectMapper().readTree(board.toFile()).findValuesAsText("expr"));
      }
    }
    JsonNode alerts = new YAMLMapper().readTree(WATCHED.resolve("alerts.yaml").toFile());
    questions.addAll(alerts.findValuesAsText("expr"));
    Pattern.compile("^ +query: (.*)$", Pattern.MULTILINE)
        .matcher(Files.readString(SCALING))
        .results()
        .forEach(match -> questions.add(match.group(1)));
    return questions;
  }

  private static Set<String> names(String question) {
    String bare = LABELS.matcher(GROUPED.matcher(question).replaceAll("")).replaceAll("");
    return NAME.matcher(DURATION.matcher(bare).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .filter(name -> !WORDS.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> labels(String question) {
    Stream<String> grouped = listed(GROUPED, question).map(String::strip);
    Stream<String> matched =
        listed(LABELS, question).map(label -> label.split("[=!]", 2)[0].strip());
    return Stream.concat(grouped, matched)
        .filter(label -> !label.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Stream<String> listed(Pattern list, String question) {
    return list.matcher(question).results().flatMap(match -> Stream.of(match.group(1).split(",")));
  }
}
