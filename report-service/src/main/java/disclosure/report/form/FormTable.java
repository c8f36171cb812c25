package disclosure.report.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One statutory table as a grid of merged cells that cover each place exactly once. */
public final class FormTable {

  /** What a cell is. */
  public enum CellKind {
    /** A column's heading. */
    HEADING,
    /** A heading over several rows. */
    GROUP,
    /** A row's own label. */
    LABEL,
    /** A figure. */
    FIGURE
  }

  /**
   * A cell, which may span rows and columns.
   *
   * @param row its uppermost row, from 0
   * @param column its leftmost column, from 0
   * @param rows how many rows it spans
   * @param columns how many columns it spans
   * @param lines what is printed in it, broken where the form breaks it; one line for most cells
   * @param kind what it is
   */
  public record Cell(
      int row, int column, int rows, int columns, List<String> lines, CellKind kind) {

    /** A defensive copy is kept. */
    public Cell {
      lines = List.copyOf(lines);
    }

    /** What is printed in it, on one line. */
    public String text() {
      return String.join("", lines);
    }

    /** The number that a figure is; empty when it isn't entered yet. */
    public Optional<BigDecimal> figure() {
      return Optional.of(text()).filter(text -> !text.isEmpty()).map(BigDecimal::new);
    }
  }

  private static final int MAX_NARROW_COLUMNS = 4;

  private static final int MAX_WHOLE_ROWS = 12;

  /** Fewer rows than that don't stand on a page by themselves. */
  private static final int MIN_PART = 4;

  private final String caption;
  private final int headingRows;
  private final List<Double> widths;
  private final List<Cell> cells;
  private final Cell[][] places;

  private FormTable(String caption, int headingRows, List<Double> widths, List<Cell> cells) {
    this.caption = caption;
    this.headingRows = headingRows;
    this.widths = widths;
    this.cells =
        cells.stream()
            .sorted(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column))
            .toList();
    int rows = cells.stream().mapToInt(cell -> cell.row() + cell.rows()).max().orElse(0);
    this.places = new Cell[rows][widths.size()];
    this.cells.forEach(this::place);
    requireWhole();
  }

  /** What the table is about, for readers who can't see it. */
  public String caption() {
    return caption;
  }

  /** How many of the upper rows are headings. */
  public int headingRows() {
    return headingRows;
  }

  /** The number of rows. */
  public int rows() {
    return places.length;
  }

  /** The number of columns. */
  public int columns() {
    return widths.size();
  }

  /** Whether the table has so many columns that it takes the small print. */
  public boolean wide() {
    return columns() > MAX_NARROW_COLUMNS;
  }

  /** Whether the table may take most of a page, and is not kept on one. */
  public boolean isLong() {
    return rows() > MAX_WHOLE_ROWS;
  }

  /** The columns' widths in per cent. */
  public List<Double> widths() {
    return widths;
  }

  /** All cells, row by row. */
  public List<Cell> cells() {
    return cells;
  }

  /** The cells that begin in the given row, from left to right. */
  public List<Cell> cellsOf(int row) {
    return cells.stream().filter(cell -> cell.row() == row).toList();
  }

  /** The cell that covers a place. */
  public Cell at(int row, int column) {
    return places[row][column];
  }

  /**
   * The table in two, the headings above both; a cell over rows of both stands in both.
   *
   * @param row the first of the second one's rows below the headings
   */
  public List<FormTable> split(int row) {
    return List.of(part(headingRows, row), part(row, rows()));
  }

  private FormTable part(int from, int to) {
    List<Cell> some = new ArrayList<>();
    for (Cell cell : cells) {
      if (cell.row() < headingRows) {
        some.add(cell);
        continue;
      }
      int first = Math.max(cell.row(), from);
      int rows = Math.min(cell.row() + cell.rows(), to) - first;
      if (rows > 0) {
        some.add(
            new Cell(
                headingRows + first - from,
                cell.column(),
                rows,
                cell.columns(),
                cell.lines(),
                cell.kind()));
      }
    }
    return new FormTable(caption, headingRows, widths, some);
  }

  /**
   * Before which row the table is best split so that its first part fits: between groups, with some
   * rows on either side.
   *
   * @param fitting how many of its rows fit, the headings among them
   * @return empty when it is better not split
   */
  public OptionalInt bestSplit(int fitting) {
    return IntStream.rangeClosed(headingRows + MIN_PART, Math.min(fitting, rows() - MIN_PART))
        .filter(row -> isBetweenGroups(row))
        .max();
  }

  /** Only what goes through nearly the whole table may go on below. */
  private boolean isBetweenGroups(int row) {
    return IntStream.range(0, columns())
        .mapToObj(column -> at(row, column))
        .allMatch(cell -> cell.row() == row || isKept(cell, row));
  }

  private static boolean isKept(Cell cell, int row) {
    return row - cell.row() >= MIN_PART
        && cell.row() + cell.rows() - row >= MIN_PART
        && cell.column() == 0;
  }

  /** All figures with what they are figures of, row by row. */
  public List<Figure> figures() {
    return cells.stream()
        .filter(cell -> cell.kind() == CellKind.FIGURE)
        .map(
            cell ->
                new Figure(
                    texts(
                        IntStream.range(0, cell.column())
                            .mapToObj(column -> at(cell.row(), column))),
                    heads(cell.column()),
                    cell.figure()))
        .toList();
  }

  /**
   * The headings of a figure's column; the lowest alone where no other column of its row has it.
   */
  public List<String> headsOf(Cell figure) {
    List<String> heads = heads(figure.column());
    String lowest = heads.get(heads.size() - 1);
    boolean unique =
        cellsOf(figure.row()).stream()
            .filter(cell -> cell.kind() == CellKind.FIGURE && !cell.equals(figure))
            .map(cell -> heads(cell.column()))
            .noneMatch(others -> others.get(others.size() - 1).equals(lowest));
    return unique ? List.of(lowest) : heads;
  }

  private List<String> heads(int column) {
    return texts(IntStream.range(0, headingRows).mapToObj(row -> at(row, column)));
  }

  private static List<String> texts(Stream<Cell> cells) {
    return cells.filter(cell -> cell.kind() != CellKind.FIGURE).distinct().map(Cell::text).toList();
  }

  private void place(Cell cell) {
    if (cell.column() + cell.columns() > columns()) {
      throw new IllegalStateException(caption + ": a cell is wider than the table");
    }
    for (int row = cell.row(); row < cell.row() + cell.rows(); row++) {
      for (int column = cell.column(); column < cell.column() + cell.columns(); column++) {
        if (places[row][column] != null) {
          throw new IllegalStateException(place(row, column) + " is covered twice");
        }
        places[row][column] = cell;
      }
    }
  }

  private void requireWhole() {
    for (int row = 0; row < rows(); row++) {
      for (int column = 0; column < columns(); column++) {
        if (places[row][column] == null) {
          throw new IllegalStateException(place(row, column) + " is not covered");
        }
      }
    }
  }

  private String place(int row, int column) {
    return caption + ": row " + row + ", column " + column;
  }

  /** Puts a table together. */
  static final class Builder {

    private final String caption;
    private final int headingRows;
    private final List<Double> widths;
    private final List<Cell> cells = new ArrayList<>();

    Builder(String caption, int headingRows, double... widths) {
      this.caption = caption;
      this.headingRows = headingRows;
      this.widths = Arrays.stream(widths).boxed().toList();
    }

    /** A cell whose text may be broken by line feeds; a blank one has one empty line. */
    Builder cell(int row, int column, int rows, int columns, String text, CellKind kind) {
      cells.add(
          new Cell(
              row,
              column,
              rows,
              columns,
              text.isEmpty() ? List.of("") : text.lines().toList(),
              kind));
      return this;
    }

    Builder cell(int row, int column, String text, CellKind kind) {
      return cell(row, column, 1, 1, text, kind);
    }

    FormTable build() {
      return new FormTable(caption, headingRows, widths, cells);
    }
  }
}
