package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Clients are generated from what the services say at {@code /openapi}, compiled and used. */
@ExtendWith(SampleStack.Shared.class)
@Execution(ExecutionMode.SAME_THREAD)
class GeneratedClientsE2ET {

  private static final List<String> SERVICES = List.of("requests", "statistics", "report");
  private static final String ORGAN = "111411240123456713";
  private static final Pattern PROPERTIES = Pattern.compile("--additional-properties=(\\S+)");

  private Path folder;

  @BeforeEach
  void makeFolder() {
    folder = Checkout.folder("generated");
  }

  @AfterEach
  void delete() {
    Checkout.delete(folder);
  }

  @Test
  void a_generated_java_client_registers_an_application_and_finds_it_in_the_matrix(
      SampleStack sample) throws Exception {
    Client client = sample.launch().client();
    for (String service : SERVICES) {
      generate(client, service, "java");
    }
    Path classes = compiled();

    for (String time : List.of("first", "again")) {
      Command.Ran ran =
          Command.run(
              folder,
              Map.of(),
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              classes + File.pathSeparator + System.getProperty("java.class.path"),
              "journey.Journey",
              client.address("requests"),
              client.tokenOf("recorder"),
              client.address("statistics"),
              client.tokenOf("analyst"),
              ORGAN,
              "java-1");
      assertThat(ran.output().lines()).as(time).containsExactly("DISCLOSED", "1");
    }
  }

  @Test
  void a_generated_python_client_does_the_same(SampleStack sample) throws Exception {
    Assumptions.assumeTrue(
        Command.run(folder, Map.of(), "python3", "-c", "import pydantic, urllib3, dateutil")
                .status()
            == 0,
        "there is no Python here with the libraries that a generated client needs");
    Client client = sample.launch().client();
    for (String service : SERVICES) {
      generate(client, service, "python");
    }
    Path journey = folder.resolve("journey.py");
    Files.writeString(journey, resource("journey/journey.py"));

    Command.Ran ran =
        Command.run(
            folder,
            Map.of(
                "PYTHONPATH",
                String.join(
                    ":", SERVICES.stream().map(it -> folder.resolve(it).toString()).toList()),
                // A field called "register" hides a method of the library's classes, which it says.
                "PYTHONWARNINGS",
                "ignore::UserWarning"),
            "python3",
            journey.toString(),
            client.address("requests"),
            client.tokenOf("recorder"),
            client.address("statistics"),
            client.tokenOf("analyst"),
            ORGAN,
            "python-" + UUID.randomUUID());

    assertThat(ran.output().lines()).containsExactly("NOT_HELD", "1");
    assertThat(Command.run(folder, Map.of(), "python3", "-m", "compileall", "-q", ".").status())
        .isZero();
  }

  /** With what the guide has for the language. */
  private void generate(Client client, String service, String language) throws IOException {
    Path document = folder.resolve(service + ".json");
    Files.write(document, client.document(service));
    CodegenConfigurator generator =
        new CodegenConfigurator()
            .setInputSpec(document.toString())
            .setGeneratorName(language)
            .setOutputDir(folder.resolve(service).toString());
    options(service, language).forEach(generator::addAdditionalProperty);
    for (String part : List.of("apiTests", "modelTests", "apiDocs", "modelDocs")) {
      generator.addGlobalProperty(part, "false");
    }
    new DefaultGenerator().opts(generator.toClientOptInput()).generate();
  }

  private static Map<String, String> options(String service, String language) throws IOException {
    String page = Files.readString(Checkout.ROOT.resolve("deploy/docs/api.md"));
    int from = page.indexOf(" -g " + language + " ");
    assertThat(from).as("-g " + language).isPositive();
    String command = page.substring(from, page.indexOf("\n    done", from));
    Map<String, String> options = new TreeMap<>();
    PROPERTIES
        .matcher(command.replaceAll("\\$\\{?service}?", service))
        .results()
        .flatMap(properties -> Stream.of(properties.group(1).split(",")))
        .map(property -> property.split("=", 2))
        .forEach(property -> options.put(property[0], property[1]));
    assertThat(options).isNotEmpty();
    return options;
  }

  private Path compiled() throws IOException {
    Path journey = Files.createDirectories(folder.resolve("journey")).resolve("Journey.java");
    Files.writeString(journey, resource("journey/Journey.java"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-nowarn",
                "-proc:none",
                "-encoding",
                "UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                journey.toString()));
    for (String service : SERVICES) {
      try (Stream<Path> files = Files.walk(folder.resolve(service).resolve("src/main/java"))) {
        files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
      }
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, System.out, System.out, arguments.toArray(String[]::new)))
        .isZero();
    return classes;
  }

  private static String resource(String name) throws IOException {
    try (var file = GeneratedClientsE2ET.class.getResourceAsStream("/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
