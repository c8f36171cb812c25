package disclosure.local.launcher;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The command line.
 *
 * @param sample whether to load the sample and write its report
 * @param data where everything that lasts is kept
 * @param output where documents are written
 * @param portOffset added to every port, 0 to 40000
 * @param without the services that are started by others, as in Quarkus' dev mode
 */
record Options(boolean sample, Path data, Path output, int portOffset, Set<Service> without) {

  static Options parse(String[] arguments, Path home) {
    boolean sample = false;
    Path data = home.resolve("deploy/local/data");
    Optional<Path> output = Optional.empty();
    int portOffset = 0;
    Set<Service> without = EnumSet.noneOf(Service.class);
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--sample" -> sample = true;
        case "--data" -> data = Path.of(value(arguments, i++));
        case "--output" -> output = Optional.of(Path.of(value(arguments, i++)));
        case "--port-offset" -> portOffset = offset(value(arguments, i++));
        case "--without" -> without.add(service(value(arguments, i++)));
        default ->
            throw new CannotStart(
                "Unknown option " + arguments[i] + "; deploy/start --help lists the options.");
      }
    }
    if (sample && !without.isEmpty()) {
      throw new CannotStart("--sample needs all three services, so it can't go with --without.");
    }
    data = data.toAbsolutePath().normalize();
    return new Options(
        sample,
        data,
        output.orElse(data.resolve("reports")).toAbsolutePath().normalize(),
        portOffset,
        without);
  }

  private static String value(String[] arguments, int option) {
    if (option + 1 >= arguments.length) {
      throw new CannotStart("The option " + arguments[option] + " needs a value.");
    }
    return arguments[option + 1];
  }

  private static Service service(String name) {
    return Arrays.stream(Service.values())
        .filter(service -> service.shortName().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new CannotStart("--without must be one of requests, statistics, report."));
  }

  private static int offset(String text) {
    if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 40_000) {
      int offset = Integer.parseInt(text);
      Port.requireOpen(offset);
      return offset;
    }
    throw new CannotStart("--port-offset must be a number from 0 to 40000.");
  }
}
