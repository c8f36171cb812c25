package disclosure.report.text.claim;

import disclosure.report.text.Cell;
import disclosure.report.text.Cell.DisputeColumn;
import disclosure.report.text.Cell.ProactiveItem;
import disclosure.report.text.Figures;
import disclosure.report.text.word.Sense;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a number in a sentence is the number of.
 *
 * @param label the place in the tables, for people
 * @param cells those that add up to it
 * @param less those that are taken off
 */
public record Told(String label, List<Cell> cells, List<Cell> less) {

  public Told {
    cells = List.copyOf(cells);
    less = List.copyOf(less);
  }

  public Told(String label, List<Cell> cells) {
    this(label, cells, List.of());
  }

  /** Several rows of table three together, in one column or in several. */
  public static Told rows(String label, List<FormRow> rows, List<ApplicantType> columns) {
    List<Cell> cells =
        rows.stream()
            .flatMap(
                row ->
                    columns.isEmpty()
                        ? Stream.of(new Cell.Application(row, Optional.empty()))
                        : columns.stream()
                            .map(type -> new Cell.Application(row, Optional.of(type))))
            .map(Cell.class::cast)
            .toList();
    String column =
        columns.isEmpty()
            ? "总计"
            : columns.size() == 1 ? "“" + columns.get(0).label() + "”" : "“法人或其他组织”各列之和";
    return new Told("表三“" + label + "”" + column, cells);
  }

  public static Told row(FormRow row, List<ApplicantType> columns) {
    return rows(name(row), List.of(row), columns);
  }

  public static Told outcomes(List<Sense> outcomes, List<ApplicantType> columns) {
    return rows(
        outcomes.stream().map(Told::name).collect(Collectors.joining("”加“")),
        outcomes.stream().flatMap(outcome -> outcome.rows().stream()).toList(),
        columns);
  }

  public static Told handled(List<ApplicantType> columns) {
    return rows("一 本年新收”加“二 上年结转", List.of(FormRow.NEWLY_RECEIVED, FormRow.CARRIED_IN), columns);
  }

  public static Told disputes(String label, DisputeColumn column, DisputeKind... kinds) {
    return new Told(
        "表四“" + label + "”" + column.label(),
        Arrays.stream(kinds).map(kind -> (Cell) new Cell.Dispute(kind, column)).toList());
  }

  public static Told proactive(ProactiveItem item) {
    return new Told("表二" + item.label(), List.of(new Cell.Proactive(item)));
  }

  private static String name(Sense outcome) {
    FormRow first = outcome.rows().get(0);
    if (!outcome.isCategory()) {
      return name(first);
    }
    return first
        .outcome()
        .map(each -> "三" + each.category().number() + each.category().label())
        .orElseThrow();
  }

  private static String name(FormRow row) {
    return switch (row) {
      case NEWLY_RECEIVED -> "一 本年新收";
      case CARRIED_IN -> "二 上年结转";
      case CONCLUDED -> "三（七）总计";
      default -> row.number() + " " + row.label();
    };
  }

  /** Those that came in this year and are concluded, too. */
  public static Told receivedAndConcluded(List<ApplicantType> columns) {
    Told received = row(FormRow.NEWLY_RECEIVED, columns);
    Told open = row(FormRow.CARRIED_OUT, columns);
    return new Told("表三“一 本年新收”减“四 结转下年度继续办理”", received.cells(), open.cells());
  }

  /** Their sum; empty when one of them isn't known. */
  public Optional<BigDecimal> figure(Figures figures) {
    return sum(cells, figures).flatMap(all -> sum(less, figures).map(all::subtract));
  }

  private static Optional<BigDecimal> sum(List<Cell> cells, Figures figures) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Cell cell : cells) {
      Optional<BigDecimal> figure = figures.at(cell);
      if (figure.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(figure.get());
    }
    return Optional.of(sum);
  }
}
