package disclosure.report.reference;

import disclosure.report.check.YearReview;
import disclosure.report.content.FormEdition;
import disclosure.report.content.NamedFigure;
import disclosure.report.content.ProactiveFigures;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.Counts;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All figures that the texts of one report can refer to, with their values. */
public final class References {

  /** How the names of those begin that the register's steps give. */
  public static final String HANDLING = "handling.";

  private final Map<String, Reference> byName = new LinkedHashMap<>();

  private References(List<Reference> all) {
    all.forEach(reference -> byName.put(reference.name(), reference));
  }

  /**
   * The references of a report.
   *
   * @param matrix the 25 rows of table three
   * @param disputes the three groups of table four
   * @param handling what the register's steps say; empty while the register can't be asked
   * @param proactive table two
   * @param figures the named figures
   */
  public static References of(
      List<MatrixRow> matrix,
      List<DisputeRow> disputes,
      Optional<YearReview> handling,
      ProactiveFigures proactive,
      List<NamedFigure> figures) {
    List<Reference> all = new ArrayList<>();
    MatrixReferences.add(matrix, all);
    OtherReferences.add(disputes, handling, proactive, all);
    for (NamedFigure figure : figures) {
      all.add(Reference.of("figures." + figure.name(), figure.label(), figure.value()));
    }
    return new References(all);
  }

  /**
   * The references that a draft can have, whatever is counted; their values mean nothing.
   *
   * @param edition that of the year reported on
   * @param figures those that the draft names for itself
   */
  public static References known(FormEdition edition, List<NamedFigure> figures) {
    return of(
        Arrays.stream(FormRow.values()).map(row -> MatrixRow.of(row, Counts.ZERO)).toList(),
        Arrays.stream(DisputeKind.values()).map(kind -> DisputeRow.of(kind, 0, 0, 0, 0)).toList(),
        Optional.empty(),
        ProactiveFigures.empty(edition),
        figures);
  }

  /** All of them, in the order of the form. */
  public Collection<Reference> all() {
    return List.copyOf(byName.values());
  }

  /** The one of that name. */
  public Optional<Reference> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
