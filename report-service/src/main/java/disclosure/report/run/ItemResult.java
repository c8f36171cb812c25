package disclosure.report.run;

import disclosure.report.publication.FrozenDocument;
import java.util.List;
import java.util.Optional;

/**
 * What came of one report: it was checked or drawn, or can't be.
 *
 * @param obstacles the numbers of the checks that stand against publication
 * @param documents what was drawn
 * @param problem why it can't be done, in words a clerk understands
 */
record ItemResult(
    List<Integer> obstacles, List<FrozenDocument> documents, Optional<String> problem) {

  /** What is said when every attempt failed. */
  static final ItemResult GIVEN_UP = failed("多次尝试仍未取得完整数据，请稍后重新运行");

  static ItemResult done(List<Integer> obstacles, List<FrozenDocument> documents) {
    return new ItemResult(obstacles, documents, Optional.empty());
  }

  static ItemResult failed(String problem) {
    return new ItemResult(List.of(), List.of(), Optional.of(problem));
  }
}
