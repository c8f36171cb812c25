package disclosure.local.launcher;

import disclosure.local.sample.CountySample;
import disclosure.local.sample.LinxianSample;
import disclosure.local.sample.SampleFailed;
import disclosure.local.sample.StackAddress;
import disclosure.local.server.LogFile;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** The command behind {@code deploy/start}. */
public final class Launcher {

  private Launcher() {}

  /**
   * Runs the stack until it is told to stop. Ends with 0 after a clean stop, and with 1 and one
   * sentence when it can't run.
   */
  public static void main(String[] arguments) {
    PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int status = 1;
    try {
      status = run(arguments, console);
    } catch (CannotStart | SampleFailed reason) {
      console.println(reason.getMessage());
    } catch (InterruptedException stopping) {
      status = 0;
    } catch (Exception unexpected) {
      console.println("The stack can't run: " + sentence(unexpected));
    }
    Runtime.getRuntime().halt(status);
  }

  private static int run(String[] arguments, PrintStream console) throws Exception {
    // Compared before anything else, since later classes need it.
    if (Runtime.version().feature() < 17) {
      throw new CannotStart(
          String.format(
              Locale.ROOT,
              "Java %d is too old; a JDK of 17 or newer is needed.",
              Runtime.version().feature()));
    }
    Path root = Path.of(System.getProperty("disclosure.root", ".")).toAbsolutePath().normalize();
    Options options = Options.parse(arguments, root);
    Progress progress = new Progress(console);
    try (Home home = Home.open(options.data())) {
      quiet(home);
      return run(options, root, home, progress);
    }
  }

  private static int run(Options options, Path root, Home home, Progress progress)
      throws Exception {
    AtomicBoolean told = new AtomicBoolean();
    CountDownLatch stopped = new CountDownLatch(1);
    Thread main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  told.set(true);
                  main.interrupt();
                  awaitQuietly(stopped);
                  Runtime.getRuntime().halt(0);
                }));
    try (Stack stack = new Stack(options, root, home, progress)) {
      stack.start();
      if (options.sample()) {
        new LinxianSample(address(stack), options.output(), progress::say, progress::print).run();
        new CountySample(address(stack), progress::say).run();
      }
      stack.makeArchives();
      progress.print(places(options, home, stack));
      watch(stack);
    } catch (Exception failure) {
      // Whatever breaks while the stack is being stopped on request is no failure.
      if (!told.get()) {
        throw failure;
      }
    } finally {
      stopped.countDown();
    }
    return 0;
  }

  /** Returns only by an exception: when something ends, or when the end is asked for. */
  private static void watch(Stack stack) throws InterruptedException {
    while (true) {
      Thread.sleep(500);
      Optional<String> sentence = stack.ended();
      if (sentence.isPresent()) {
        throw new CannotStart(sentence.get());
      }
      stack.boundLogs();
    }
  }

  private static StackAddress address(Stack stack) {
    return new StackAddress(
        stack.url(Port.REQUESTS),
        stack.url(Port.STATISTICS),
        stack.url(Port.REPORT),
        stack.tokenEndpoint(),
        stack::client);
  }

  private static String places(Options options, Home home, Stack stack) {
    return String.format(
        Locale.ROOT,
        """

        Pages       %s   (sign in as one of the made-up people)
        Requests    %s   (OpenAPI at /openapi)
        Statistics  %s
        Report      %s
        Health      %s, %s, %s   (/q/health/ready, /q/metrics)
        Tokens      %s
        Clients     %s
        Logs        %s
        Next        %s
        Stop with Ctrl-C.
        """,
        stack.pages(),
        stack.url(Port.REQUESTS),
        stack.url(Port.STATISTICS),
        stack.url(Port.REPORT),
        stack.url(Port.REQUESTS_MANAGEMENT),
        stack.url(Port.STATISTICS_MANAGEMENT),
        stack.url(Port.REPORT_MANAGEMENT),
        stack.tokenEndpoint(),
        home.path("stack.json"),
        options.data().resolve("logs"),
        options.without().isEmpty()
            ? "deploy/docs/api.md has calls to paste"
            : options.without().stream()
                .map(service -> runFromSources(service, stack))
                .collect(Collectors.joining("\n            ")));
  }

  private static String runFromSources(Service service, Stack stack) {
    return String.format(
        Locale.ROOT,
        "(set -a; . %s; ./mvnw -Dquick compile quarkus:dev -pl %s -am)",
        stack.settingsFile(service),
        service.folder());
  }

  /** The servers inside this JVM write to a file; the console is for people. */
  private static void quiet(Home home) throws IOException {
    LogFile.beginAnew(home.log("servers"));
    PrintStream log =
        new PrintStream(
            new FileOutputStream(home.log("servers").toFile(), true), true, StandardCharsets.UTF_8);
    System.setErr(log);
    System.setOut(log);
  }

  private static String sentence(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = String.valueOf(cause.getMessage());
    return message.contains("No space left on device")
        ? "the disk is full."
        : cause.getClass().getSimpleName() + ": " + message;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      if (!latch.await(90, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the stack didn't stop in time");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
