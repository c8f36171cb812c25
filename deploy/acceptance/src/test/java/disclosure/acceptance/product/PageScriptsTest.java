package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The types of the pages' scripts, which the bundler strips without a look at them. */
class PageScriptsTest {

  private static final String COMPILER = "META-INF/maven/org.webjars.npm/typescript/pom.properties";

  private static final String LOOK = "application-requests-service/edge-look";

  @TempDir private Path folder;

  @Test
  void the_types_of_every_script_are_right() throws Exception {
    Path style = folder.resolve("style.d.ts");
    Files.writeString(style, "declare module '*.css';\n");
    List<String> command =
        new ArrayList<>(
            List.of(
                node(),
                compiler().toString(),
                "--noEmit",
                "--strict",
                "--noUnusedLocals",
                "--target",
                "es2022",
                "--lib",
                "es2022,dom,dom.iterable",
                "--module",
                "esnext",
                "--moduleResolution",
                "bundler",
                style.toString()));
    List<String> scripts = scripts();
    assertThat(scripts).isNotEmpty();
    command.addAll(scripts);

    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(said).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  /** Those of each service, beside those that the bundler puts there of what all share. */
  private List<String> scripts() throws IOException {
    List<String> scripts = new ArrayList<>();
    for (String service : List.of("statistics-service", "report-service")) {
      Path beside = Files.createDirectories(folder.resolve(service));
      for (String module : List.of(LOOK, service)) {
        try (Stream<Path> files =
            Files.walk(Checkout.ROOT.resolve(module + "/src/main/resources/web/app"))) {
          for (Path file :
              files.filter(name -> name.toString().endsWith(".ts")).sorted().toList()) {
            scripts.add(Files.copy(file, beside.resolve(file.getFileName())).toString());
          }
        }
      }
    }
    return scripts;
  }

  /** The one that drives the browser. */
  private static String node() {
    return Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
        .createProcessBuilder()
        .command()
        .get(0);
  }

  private Path compiler() throws IOException, URISyntaxException {
    URL found = PageScriptsTest.class.getClassLoader().getResource(COMPILER);
    URLConnection jar = found.openConnection();
    try (JarFile library =
        new JarFile(Path.of(((java.net.JarURLConnection) jar).getJarFileURL().toURI()).toFile())) {
      for (var entry :
          library.stream()
              .filter(one -> one.getName().matches(".*/typescript/[^/]+/lib/[^/]+"))
              .toList()) {
        Files.copy(
            library.getInputStream(entry), folder.resolve(entry.getName().replaceFirst(".*/", "")));
      }
    }
    return folder.resolve("tsc.js");
  }
}
