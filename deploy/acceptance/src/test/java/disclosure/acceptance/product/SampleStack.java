package disclosure.acceptance.product;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One stack with the sample, started for the first test that asks for it and stopped after all. The
 * classes that use it run one after the other, since one of them stops it for a while.
 */
final class SampleStack implements AutoCloseable {

  private final Path data = Checkout.folder("sample");
  private Launch launch = Launch.of(data, "--sample");

  Launch launch() {
    return launch;
  }

  /** Stops it and runs the same command again on the same data. */
  Launch again() {
    launch.terminate();
    launch = launch.again().up();
    return launch;
  }

  @Override
  public void close() {
    launch.close();
    Checkout.delete(data);
  }

  /** Hands the one stack to tests. */
  static final class Shared implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == SampleStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      SampleStack stack =
          context
              .getRoot()
              .getStore(ExtensionContext.Namespace.create(SampleStack.class))
              .computeIfAbsent(SampleStack.class, key -> new SampleStack(), SampleStack.class);
      stack.launch().up();
      return stack;
    }
  }
}
