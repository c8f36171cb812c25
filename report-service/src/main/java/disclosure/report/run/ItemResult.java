package disclosure.report.run;

import disclosure.report.publication.FrozenDocument;
import java.util.List;

/** What came of one report. */
sealed interface ItemResult {

  /**
   * It was checked, or drawn.
   *
   * @param obstacles the numbers of the checks that stand against publication
   * @param documents what was drawn
   */
  record Done(List<Integer> obstacles, List<FrozenDocument> documents) implements ItemResult {

    /** Defensive copies are kept. */
    public Done {
      obstacles = List.copyOf(obstacles);
      documents = List.copyOf(documents);
    }
  }

  /**
   * It can't be done.
   *
   * @param problem why, in words a clerk understands
   */
  record Failed(String problem) implements ItemResult {}

  /** It can't be done just now. */
  record Later() implements ItemResult {}
}
