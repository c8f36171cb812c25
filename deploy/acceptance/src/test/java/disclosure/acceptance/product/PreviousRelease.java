package disclosure.acceptance.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The release before this one, built from the repository's own history, once for all tests. */
final class PreviousRelease {

  /** The commit that was released last; put up with each release. */
  static final String COMMIT = "6958bbc7e6093c9703522c2931fb698d8519b541";

  private static final long BUILD_MINUTES = 15;

  private PreviousRelease() {}

  /** The top of its sources, in which the register is packaged. */
  static Path withRegister() {
    Path root = Checkout.ROOT.resolve("deploy/acceptance/target/previous").resolve(COMMIT);
    if (!Files.exists(root.resolve("built"))) {
      build(root);
    }
    return root;
  }

  private static void build(Path root) {
    try {
      Files.createDirectories(root);
      Path sources = root.resolve("sources.tar");
      requireHistory(COMMIT);
      require(Checkout.ROOT, "git", "archive", "--output=" + sources, COMMIT);
      require(root, "tar", "-xf", sources.toString());
      require(
          root,
          "./mvnw",
          "--batch-mode",
          "--no-transfer-progress",
          "--quiet",
          // Without checks and tests.
          "-Dquick",
          "-Dmaven.test.skip",
          "--projects=application-requests-service",
          "--also-make",
          "package");
      Files.delete(sources);
      Files.createFile(root.resolve("built"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Fails with what to do when a clone doesn't have the commit, such as a shallow one. */
  static void requireHistory(String commit) throws IOException {
    if (run(Checkout.ROOT, "git", "cat-file", "-e", commit + "^{commit}") != 0) {
      throw new IllegalStateException(
          "The release before this one, commit "
              + commit
              + ", is not in this clone's history, so its register can't be run beside this one:"
              + " git fetch --unshallow gets it.");
    }
  }

  private static void require(Path folder, String... command) throws IOException {
    int status = run(folder, command);
    if (status != 0) {
      throw new IllegalStateException(
          String.join(" ", command) + " ended with " + status + " in " + folder + "; see " + log());
    }
  }

  private static int run(Path folder, String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    // Set by the build that runs this test, for itself.
    builder.environment().keySet().removeAll(Set.of("MAVEN_PROJECTBASEDIR", "MAVEN_CMD_LINE_ARGS"));
    Process process = builder.start();
    try {
      if (!process.waitFor(BUILD_MINUTES, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static Path log() {
    return Checkout.ROOT.resolve("deploy/acceptance/target/previous/build.log");
  }
}
