package disclosure.acceptance.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * An agent in a register's JVM that puts back the clock which the register's dates come from, and
 * no other.
 */
public final class LateClock {

  /** Beside the archive of classes that a service notes down for. */
  private static final String ALLOWED =
      "-XX:+UnlockDiagnosticVMOptions -XX:+AllowArchivingWithJavaAgent";

  private static final String BY = "disclosure.late-clock";
  private static final String CLOCK = "disclosure.requests.operations.RegisterClock";

  private LateClock() {}

  /**
   * What a register's JVM must be told so that its clock is late.
   *
   * @param folder where the agent is kept
   */
  static String option(Path folder, Duration by) throws IOException {
    Path agent = folder.resolve("late-clock.jar");
    if (!Files.exists(agent)) {
      write(agent);
    }
    return ALLOWED + " -javaagent:" + agent + "=" + by;
  }

  private static void write(Path agent) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", LateClock.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, library());
    try (OutputStream file = Files.newOutputStream(agent);
        JarOutputStream jar = new JarOutputStream(file, manifest)) {
      for (Class<?> each : List.of(LateClock.class, Late.class)) {
        String name = each.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (InputStream content = LateClock.class.getClassLoader().getResourceAsStream(name)) {
          content.transferTo(jar);
        }
        jar.closeEntry();
      }
    }
  }

  private static String library() {
    try {
      return AgentBuilder.class
          .getProtectionDomain()
          .getCodeSource()
          .getLocation()
          .toURI()
          .getRawPath();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Called by the JVM before the register begins. */
  public static void premain(String by, Instrumentation instrumentation) {
    System.setProperty(BY, by);
    new AgentBuilder.Default()
        .type(ElementMatchers.named(CLOCK))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(Advice.to(Late.class).on(ElementMatchers.named("clock"))))
        .installOn(instrumentation);
  }

  /** Becomes part of the method that makes the clock. */
  static final class Late {

    private Late() {}

    @Advice.OnMethodExit
    @SuppressWarnings("UnusedVariable")
    static void putBack(@Advice.Return(readOnly = false) Clock clock) {
      clock = Clock.offset(clock, Duration.parse(System.getProperty(BY)).negated());
    }
  }
}
