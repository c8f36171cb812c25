package disclosure.benchmark;

import java.util.List;

/** Something that is measured, together with its floor, in one run. */
interface Scenario {

  /** Its name on the command line. */
  String name();

  /** Measures on servers that are empty and its own. */
  List<Figure> run(Servers servers) throws Exception;
}
