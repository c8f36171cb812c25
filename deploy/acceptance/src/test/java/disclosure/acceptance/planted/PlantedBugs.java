package disclosure.acceptance.planted;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The program behind {@code deploy/planted-bugs}, which Java runs from this one file: in a copy of
 * the tree it first runs all the tests that are named, which must be green, then plants one bug
 * after the other and runs the tests that must find it, which must be red. The table of what found
 * what is {@value #TABLE}. With {@value #QUICK}, Maven builds and runs once for all bugs; for each
 * bug its file alone is compiled, and its tests run in a JVM that is started as Maven's was.
 */
final class PlantedBugs {

  static final String FOLDER = "deploy/acceptance/src/test/planted-bugs";
  static final String TABLE = "deploy/docs/planted-bugs.md";

  private static final String QUICK = "--quick";
  private static final String RUN_TESTS = "disclosure.acceptance.planted.RunTests";

  /** What a JVM has of itself, what is only how Maven started it, and what its tests set. */
  private static final String OWN =
      "(java|jdk|sun|os|user|file|line|path|awt|native|stdout|stderr|surefire|disclosure)\\..*";

  private static final String LOG_MANAGER = "java.util.logging.manager";
  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));
  private static final int PATIENCE_MINUTES = 15;
  private static final int MOST_NAMED = 2;

  private final Path root;
  private final Path copy;
  private final Path log;
  private final boolean quick;
  private final Map<String, TestJvm> jvms = new TreeMap<>();
  private volatile boolean ending;

  private PlantedBugs(Path root, boolean quick) {
    this.root = root;
    this.quick = quick;
    this.copy = root.resolve("target/planted-bugs/tree");
    this.log = root.resolve("target/planted-bugs/maven.log");
  }

  /**
   * A bug.
   *
   * @param name of its file, without the ending
   * @param what it does, for the table
   * @param file the one that it changes, from the root of the tree
   * @param module the Maven module, by its folder, whose tests find it
   * @param tests the classes that must go red, each of them, with their packages
   * @param there what the file says, exactly once
   * @param planted what it says with the bug
   */
  record Bug(
      String name,
      String what,
      String file,
      String module,
      List<String> tests,
      String there,
      String planted) {

    /**
     * Reads the file of a bug: what it is, the file, the module and the tests, a line each; then,
     * between lines of dashes, what is there and what is planted in its place.
     */
    static Bug read(Path path) throws IOException {
      String[] parts = Files.readString(path).split("(?m)^-----\\R", -1);
      if (parts.length != 4 || !parts[3].isBlank()) {
        throw new IllegalArgumentException(path + " has not three lines of five dashes");
      }
      Map<String, String> head = new TreeMap<>();
      parts[0]
          .lines()
          .filter(line -> !line.isBlank())
          .map(line -> line.split(": ", 2))
          .forEach(line -> head.put(line[0], line[1].strip()));
      if (!head.keySet().equals(Set.of("What", "File", "Module", "Tests"))) {
        throw new IllegalArgumentException(path + " has other lines than it should: " + head);
      }
      return new Bug(
          path.getFileName().toString().replaceFirst("\\.txt$", ""),
          head.get("What"),
          head.get("File"),
          head.get("Module"),
          Arrays.stream(head.get("Tests").split(",")).map(String::strip).toList(),
          parts[1],
          parts[2]);
    }

    /** The text of the file with the bug in it. */
    String in(String text) {
      int at = text.indexOf(there);
      if (there.isBlank() || at < 0 || text.indexOf(there, at + 1) >= 0) {
        throw new IllegalStateException(
            "the bug " + name + " no longer applies: " + file + " must hold once:\n" + there);
      }
      return text.substring(0, at) + planted + text.substring(at + there.length());
    }
  }

  /** A method that failed, and the class that it stands in. */
  private record Red(String test, String method) {}

  static List<Bug> bugs(Path root) throws IOException {
    List<Bug> bugs = new ArrayList<>();
    try (Stream<Path> files = Files.list(root.resolve(FOLDER))) {
      for (Path file : files.sorted().toList()) {
        bugs.add(Bug.read(file));
      }
    }
    return bugs;
  }

  /**
   * Plants the bugs that are named, or all; the exit status is 1 when one isn't found.
   *
   * @param arguments the root of the tree, perhaps {@value #QUICK}, then names
   */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    boolean quick = arguments.length > 1 && arguments[1].equals(QUICK);
    List<String> names = List.of(arguments).subList(quick ? 2 : 1, arguments.length);
    List<Bug> bugs = bugs(root);
    for (String name : names) {
      if (bugs.stream().noneMatch(bug -> bug.name().equals(name))) {
        System.err.println("There is no bug " + name + " in " + FOLDER + ".");
        System.exit(2);
      }
    }
    System.exit(
        new PlantedBugs(root, quick)
                .run(
                    bugs.stream()
                        .filter(bug -> names.isEmpty() || names.contains(bug.name()))
                        // What a bug changed is compiled again with the next one of its module.
                        .sorted(Comparator.comparing(Bug::module).thenComparing(Bug::name))
                        .toList())
            ? 0
            : 1);
  }

  private boolean run(List<Bug> bugs) throws Exception {
    for (Bug bug : bugs) {
      bug.in(Files.readString(root.resolve(bug.file())));
    }
    copyTree();
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    if (quick) {
      System.out.println(
          "For each bug only its file is compiled, and only the tests that it names are run.");
    }
    if (!isGreenWithout(bugs)) {
      return false;
    }
    boolean found = true;
    for (Bug bug : bugs) {
      long begun = System.nanoTime();
      List<Red> red = quick ? plantQuickly(bug) : plant(bug);
      if (ending) {
        // What was broken off shows nothing.
        return false;
      }
      long seconds = Math.round((System.nanoTime() - begun) / 1e9);
      List<String> silent =
          bug.tests().stream()
              .filter(test -> red.stream().noneMatch(one -> one.test().equals(test)))
              .toList();
      found &= silent.isEmpty();
      String by = silent.isEmpty() ? methods(red) : "NOT FOUND by " + shortNames(silent);
      System.out.printf(Locale.ROOT, "%-36s %4d s  %s%n", bug.name(), seconds, by);
      write(
          bug.name(),
          String.format(
              Locale.ROOT,
              "| `%s` | %s | %s | %d%s |",
              bug.name(),
              bug.what(),
              by,
              seconds,
              quick ? " quick" : ""));
    }
    return found;
  }

  /** What is red already finds nothing. */
  private boolean isGreenWithout(List<Bug> bugs) throws Exception {
    Map<String, Set<String>> byModule = new TreeMap<>();
    for (Bug bug : bugs) {
      byModule.computeIfAbsent(bug.module(), module -> new TreeSet<>()).addAll(bug.tests());
    }
    Map<String, Set<String>> one = new TreeMap<>();
    // From the report of one class it is seen how all of its module are run.
    byModule.forEach((module, tests) -> one.put(module, Set.of(plainest(tests))));
    boolean built = !quick || test(one);
    for (Map.Entry<String, Set<String>> module : byModule.entrySet()) {
      boolean passed = built;
      List<Red> red = new ArrayList<>();
      Set<String> ran = new HashSet<>();
      if (quick && built) {
        jvms.put(module.getKey(), jvm(module.getKey()));
        for (Done test : done(module.getKey(), module.getValue())) {
          ran.add(test.test());
          if (test.red()) {
            red.add(new Red(test.test(), test.method()));
          }
        }
      } else if (!quick) {
        passed = test(Map.of(module.getKey(), module.getValue()));
        red = red(module.getKey());
        ran = ran(module.getKey());
      }
      if (!passed || !red.isEmpty() || !ran.containsAll(module.getValue())) {
        System.err.printf(
            Locale.ROOT,
            "Without a bug, the tests of %s are not green: %s; see %s%n",
            module.getKey(),
            red.isEmpty() ? "ran were " + ran : red,
            log);
        return false;
      }
      System.out.printf(
          Locale.ROOT, "%-36s green without a bug%n", module.getValue().size() + " classes");
    }
    return true;
  }

  /** One that starts no server, if there is one. */
  private static String plainest(Set<String> tests) {
    return tests.stream()
        .filter(test -> test.endsWith("Test"))
        .findFirst()
        .orElseGet(() -> tests.iterator().next());
  }

  /** What is red with the bug; nothing when it can't be compiled or ends in no time. */
  private List<Red> plant(Bug bug) throws Exception {
    Path file = copy.resolve(bug.file());
    String text = Files.readString(file);
    Files.writeString(file, bug.in(text));
    try {
      test(Map.of(bug.module(), bug.tests()));
      return red(bug.module());
    } finally {
      Files.writeString(file, text);
    }
  }

  /** The same without Maven, whose next run compiles the file again, since it is newer. */
  private List<Red> plantQuickly(Bug bug) throws Exception {
    Path file = copy.resolve(bug.file());
    String text = Files.readString(file);
    TestJvm jvm = jvms.get(bug.module());
    Files.writeString(file, bug.in(text));
    try {
      if (!put(bug, jvm)) {
        return List.of();
      }
      return done(bug.module(), bug.tests()).stream()
          .filter(Done::red)
          .map(test -> new Red(test.test(), test.method()))
          .toList();
    } finally {
      Files.writeString(file, text);
      if (!put(bug, jvm)) {
        throw new IllegalStateException(bug.file() + " can't be put back; see " + log);
      }
    }
  }

  /** Puts a source, or what else it is, to where the tests find it; whether it can be compiled. */
  private boolean put(Bug bug, TestJvm jvm) throws IOException {
    Path file = copy.resolve(bug.file());
    String[] parts = bug.file().split("/src/main/(java|resources)/", 2);
    Path classes = copy.resolve(parts[0]).resolve("target/classes");
    if (!bug.file().endsWith(".java")) {
      Files.copy(
          file, classes.resolve(parts[1]), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return true;
    }
    return compiled(jvm.classPath(), classes, file);
  }

  private boolean compiled(String classPath, Path to, Path source) throws IOException {
    Files.createDirectories(to);
    try (java.io.OutputStream said = Files.newOutputStream(log)) {
      return ToolProvider.getSystemJavaCompiler()
              .run(
                  null,
                  said,
                  said,
                  "-parameters",
                  "-proc:none",
                  "-nowarn",
                  "-encoding",
                  "UTF-8",
                  "-cp",
                  classPath,
                  "-d",
                  to.toString(),
                  source.toString())
          == 0;
    }
  }

  /**
   * How the tests of a module are run.
   *
   * @param classPath as Maven made it
   * @param properties system properties that it gave, with their values
   */
  private record TestJvm(String classPath, Map<String, String> properties) {

    /** JUnit's launcher, which Maven has beside its engine and doesn't show to the tests. */
    Path launcher() {
      String engine =
          Arrays.stream(classPath.split(File.pathSeparator))
              .filter(entry -> entry.contains("junit-platform-engine"))
              .findFirst()
              .orElseThrow();
      return Path.of(engine.replace("junit-platform-engine", "junit-platform-launcher"));
    }
  }

  /** As the reports of the run without a bug tell it. */
  private TestJvm jvm(String module) throws Exception {
    Map<String, String> all = new TreeMap<>();
    NodeList properties = firstReport(module).getElementsByTagName("property");
    for (int i = 0; i < properties.getLength(); i++) {
      Element property = (Element) properties.item(i);
      all.put(property.getAttribute("name"), property.getAttribute("value"));
    }
    String classPath =
        Optional.ofNullable(all.get("surefire.test.class.path"))
            .orElseGet(() -> all.get("java.class.path"));
    Map<String, String> given = new TreeMap<>(all);
    given.keySet().removeIf(name -> name.matches(OWN) && !name.equals(LOG_MANAGER));
    return new TestJvm(classPath, given);
  }

  private Element firstReport(String module) throws Exception {
    try (Stream<Path> reports = Files.list(reports(module))) {
      Path report = reports.filter(PlantedBugs::isOfTests).sorted().findFirst().orElseThrow();
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(report.toFile())
          .getDocumentElement();
    }
  }

  /** A method that was run, or a class that couldn't be. */
  private record Done(boolean red, String test, String method) {}

  /** Runs classes of a module in a JVM of their own; nothing when that ends in no time. */
  private List<Done> done(String module, Collection<String> tests) throws Exception {
    TestJvm jvm = jvms.get(module);
    String classPath = jvm.classPath() + File.pathSeparator + jvm.launcher();
    Path runner = root.resolve("target/planted-bugs/runner");
    Path source =
        root.resolve("deploy/acceptance/src/test/java")
            .resolve(RUN_TESTS.replace('.', '/') + ".java");
    if (!compiled(classPath, runner, source)) {
      throw new IllegalStateException(source + " can't be compiled; see " + log);
    }
    Path done = root.resolve("target/planted-bugs/done.txt");
    Files.deleteIfExists(done);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    jvm.properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of(RUN_TESTS, done.toString()));
    command.addAll(tests);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(copy.resolve(module).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.environment().put("CLASSPATH", runner + File.pathSeparator + classPath);
    if (!builder.start().waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      endChildren();
    }
    if (!Files.exists(done)) {
      return List.of();
    }
    return Files.readAllLines(done).stream()
        .map(line -> line.split("\t", -1))
        .map(
            parts -> new Done(parts[0].equals("red"), parts[1].replaceFirst("\\$.*", ""), parts[2]))
        .toList();
  }

  /** Has Maven run classes by their modules. */
  private boolean test(Map<String, ? extends Collection<String>> byModule) throws Exception {
    for (String module : byModule.keySet()) {
      Path reports = reports(module);
      if (Files.exists(reports)) {
        try (Stream<Path> old = Files.list(reports)) {
          for (Path report : old.toList()) {
            Files.delete(report);
          }
        }
      }
    }
    Process maven =
        new ProcessBuilder(
                "./mvnw",
                "--batch-mode",
                "--no-transfer-progress",
                "-Dquick",
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dtest="
                    + byModule.values().stream()
                        .flatMap(Collection::stream)
                        .collect(Collectors.joining(",")),
                "-pl",
                String.join(",", byModule.keySet()),
                "-am",
                "test")
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    if (!maven.waitFor(PATIENCE_MINUTES * (long) byModule.size(), TimeUnit.MINUTES)) {
      endChildren();
      return false;
    }
    return maven.exitValue() == 0;
  }

  private Path reports(String module) {
    return copy.resolve(module).resolve("target/surefire-reports");
  }

  private List<Red> red(String module) throws Exception {
    List<Red> red = new ArrayList<>();
    for (Element test : cases(module)) {
      boolean failed =
          test.getElementsByTagName("failure").getLength() > 0
              || test.getElementsByTagName("error").getLength() > 0;
      if (failed) {
        red.add(new Red(topLevel(test), test.getAttribute("name").replaceFirst("[({\\[].*", "")));
      }
    }
    return red;
  }

  private Set<String> ran(String module) throws Exception {
    return cases(module).stream().map(PlantedBugs::topLevel).collect(Collectors.toSet());
  }

  private static String topLevel(Element test) {
    return test.getAttribute("classname").replaceFirst("\\$.*", "");
  }

  private List<Element> cases(String module)
      throws IOException, SAXException, ParserConfigurationException {
    List<Element> cases = new ArrayList<>();
    if (!Files.exists(reports(module))) {
      return cases;
    }
    try (Stream<Path> reports = Files.list(reports(module))) {
      for (Path report : reports.filter(PlantedBugs::isOfTests).sorted().toList()) {
        NodeList tests =
            DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("testcase");
        for (int i = 0; i < tests.getLength(); i++) {
          cases.add((Element) tests.item(i));
        }
      }
    }
    return cases;
  }

  private static boolean isOfTests(Path report) {
    return report.getFileName().toString().matches("TEST-.*\\.xml");
  }

  private static String methods(List<Red> red) {
    List<String> names =
        red.stream()
            .map(one -> shortName(one.test()) + "." + one.method())
            .map(name -> name.endsWith(".") ? name.substring(0, name.length() - 1) : name)
            .distinct()
            .toList();
    String more = names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "";
    return names.stream()
            .limit(MOST_NAMED)
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "))
        + more;
  }

  private static String shortNames(List<String> tests) {
    return tests.stream().map(PlantedBugs::shortName).collect(Collectors.joining(", "));
  }

  private static String shortName(String test) {
    return test.substring(test.lastIndexOf('.') + 1);
  }

  /** What git knows or would take, so that what isn't committed is tried as well. */
  private void copyTree() throws Exception {
    Files.createDirectories(copy);
    Set<Path> wanted = new HashSet<>();
    for (String name : files()) {
      Path from = root.resolve(name);
      if (Files.isRegularFile(from)) {
        Path to = copy.resolve(name);
        wanted.add(to);
        // What is as it was keeps its age, and is not compiled again.
        if (!Files.exists(to) || Files.mismatch(from, to) >= 0) {
          Files.createDirectories(to.getParent());
          Files.copy(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
          to.toFile().setExecutable(Files.isExecutable(from));
        }
      }
    }
    try (Stream<Path> there = Files.walk(copy)) {
      for (Path file : there.filter(Files::isRegularFile).toList()) {
        boolean built = copy.relativize(file).toString().matches("(.*/)?target/.*");
        if (!built && !wanted.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }

  private List<String> files() throws Exception {
    Process git =
        new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
            .directory(root.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (git.waitFor() != 0) {
      throw new IllegalStateException("git doesn't list the files of " + root);
    }
    return List.of(names.split("\0"));
  }

  /** Writes a row of the table; those of other bugs stay, of bugs that are gone not. */
  private void write(String name, String row) throws IOException {
    Path table = root.resolve(TABLE);
    Map<String, String> all = new TreeMap<>();
    Set<String> known = bugs(root).stream().map(Bug::name).collect(Collectors.toSet());
    String[] parts = Files.readString(table).split("(?m)^\\|---\\|.*\\R", -1);
    parts[1]
        .lines()
        .filter(line -> line.startsWith("| `"))
        .forEach(line -> all.put(line.split("`")[1], line));
    all.put(name, row);
    all.keySet().retainAll(known);
    Files.writeString(
        table,
        parts[0].replaceFirst("\\d{4}-\\d\\d-\\d\\d", LocalDate.now(CLOCK).toString())
            + "|---|---|---|---|\n"
            + String.join("\n", all.values())
            + "\n");
  }

  private void end() {
    ending = true;
    endChildren();
  }

  /** Tests stop their servers when they are told to end; what doesn't end is ended. */
  private static void endChildren() {
    List<ProcessHandle> children = ProcessHandle.current().descendants().toList();
    children.forEach(ProcessHandle::destroy);
    try {
      CompletableFuture.allOf(
              children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(20, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException late) {
      children.forEach(ProcessHandle::destroyForcibly);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      children.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
