package disclosure.benchmark;

import java.util.List;
import java.util.function.Consumer;

/** Something that is measured, together with its floor, in one run. */
interface Scenario {

  /** Its name on the command line. */
  String name();

  /** What its figures should reach, beyond what they must. */
  default List<Goal> goals() {
    return List.of();
  }

  /** Measures on servers that are empty and its own. */
  void run(Servers servers, Consumer<Figure> figures) throws Exception;
}
