package disclosure.requests.ledger.reading;

import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.ledger.sheet.Line;
import disclosure.requests.ledger.words.Column;
import disclosure.requests.ledger.words.OwnWords;
import disclosure.requests.ledger.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the columns of a sheet are. A heading in the template's own words beats another one for the
 * same column; where that doesn't decide, it is a question, and no guess.
 */
final class Layout {

  private static final int MIN_HEADINGS = 3;

  /** What a heading above others ends with that only says that there are several. */
  private static final Pattern OF_A_GROUP = Pattern.compile("(?:的)?(?:基本|有关|相关|具体)?(?:情况|信息|资料)$");

  private final String sheet;
  private final int headingRow;
  private final List<String> headings;
  private final OwnWords own;
  private final Optional<OwnExport> export;
  private final Map<Column, List<Integer>> places = new EnumMap<>(Column.class);
  private final List<String> ignored = new ArrayList<>();
  private final List<Integer> unsettled = new ArrayList<>();
  private final List<Integer> remarks = new ArrayList<>();
  private final Map<Column, List<Integer>> beaten = new EnumMap<>(Column.class);
  private final Ticks ticks;

  private Layout(String sheet, int headingRow, List<String> headings, OwnWords own) {
    this.sheet = sheet;
    this.headingRow = headingRow;
    this.headings = headings;
    this.own = own;
    this.export = OwnExport.of(headings);
    Map<Column, List<Integer>> meant = new EnumMap<>(Column.class);
    List<Integer> free = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i);
      Optional<Column> column = meaning(heading);
      if (column.isPresent()) {
        meant.computeIfAbsent(column.get(), none -> new ArrayList<>()).add(i);
      } else if (!heading.isEmpty()) {
        free.add(i);
      }
    }
    fallBack(free, meant);
    List<Integer> wanted =
        free.stream().filter(place -> !own.ignores(headings.get(place))).toList();
    this.ticks = Ticks.of(headings, wanted, meant.keySet());
    ticks.columns().forEach(column -> free.removeAll(ticks.places(column)));
    for (int place : free) {
      String heading = headings.get(place);
      ignored.add(heading);
      if (!own.ignores(heading)) {
        (Unread.matters(heading) ? unsettled : remarks).add(place);
      }
    }
    meant.forEach((column, all) -> places.put(column, chosen(column, all)));
  }

  /** Gives columns that no heading means those that would do in its place. */
  private void fallBack(List<Integer> free, Map<Column, List<Integer>> meant) {
    Map<Column, List<Integer>> instead = new EnumMap<>(Column.class);
    for (int place : free) {
      String heading = headings.get(place);
      Column.fallback(heading)
          .filter(column -> !own.ignores(heading) && !meant.containsKey(column))
          .ifPresent(
              column -> instead.computeIfAbsent(column, none -> new ArrayList<>()).add(place));
    }
    instead.values().forEach(free::removeAll);
    meant.putAll(instead);
  }

  private Optional<Column> meaning(String heading) {
    if (export.isPresent() && heading.equals(OwnExport.REFERENCE)) {
      return Optional.of(Column.REFERENCE);
    }
    return own.column(heading).filter(column -> export.isEmpty() || !heading.equals(OwnExport.ID));
  }

  private List<Integer> chosen(Column column, List<Integer> all) {
    List<Integer> exact =
        all.stream()
            .filter(place -> Words.plain(headings.get(place)).equals(column.heading()))
            .toList();
    if (exact.size() != 1 || column.isJoined()) {
      return all;
    }
    List<Integer> others = all.stream().filter(place -> !exact.contains(place)).toList();
    others.forEach(place -> ignored.add(headings.get(place)));
    beaten.put(column, others);
    return exact;
  }

  /** Empty when the line has no headings of a ledger, such as one of instructions. */
  static Optional<Layout> of(String sheet, Line line, OwnWords own) {
    return Optional.of(new Layout(sheet, line.number(), texts(line), own)).filter(Layout::isLedger);
  }

  /** The headings with those of a second row below: 申请人 over 姓名 is 申请人姓名. */
  Optional<Layout> with(Line below) {
    if (below.cells().stream().anyMatch(cell -> cell.matches("(?s).*\\d.*"))) {
      return Optional.empty();
    }
    List<String> lower = texts(below);
    List<String> groups = groups(lower.size());
    Ticks ticked = Ticks.below(lower, groups);
    Ticks choices = Ticks.below(lower, Collections.nCopies(lower.size(), ""));
    List<String> both = new ArrayList<>();
    boolean means = false;
    for (int i = 0; i < Math.max(headings.size(), lower.size()); i++) {
      String above = i < headings.size() ? headings.get(i) : "";
      String lowest = i < lower.size() ? lower.get(i) : "";
      if (lowest.isEmpty() || lowest.equals(above)) {
        both.add(above);
      } else {
        String joined = joined(groups.get(i), lowest);
        boolean known = isKnown(lowest) || ticked.isAt(i);
        means |= isKnown(joined) || known || choices.isAt(i);
        both.add(isKnown(joined) || !known ? joined : lowest);
      }
    }
    return means ? Optional.of(new Layout(sheet, below.number(), both, own)) : Optional.empty();
  }

  /** 申请人基本情况 over 类别 is 申请人类别, and 答复情况 over 文号 is 答复文号. */
  private String joined(String group, String lowest) {
    String stem = OF_A_GROUP.matcher(group).replaceFirst("");
    return !isKnown(group + lowest) && isKnown(stem + lowest) ? stem + lowest : group + lowest;
  }

  /** What stands above each place of a second row, a merged cell above all that it covers. */
  private List<String> groups(int places) {
    List<String> groups = new ArrayList<>();
    String group = "";
    for (int i = 0; i < Math.max(headings.size(), places); i++) {
      String above = i < headings.size() ? headings.get(i) : "";
      group = above.isEmpty() ? group : above;
      groups.add(group);
    }
    return groups;
  }

  private boolean isKnown(String heading) {
    return own.column(heading).isPresent()
        || own.ignores(heading)
        || Column.fallback(heading).isPresent();
  }

  private static List<String> texts(Line line) {
    return IntStream.range(0, line.cells().size()).mapToObj(line::cell).toList();
  }

  private boolean isLedger() {
    return places.size() + ticks.columns().size() >= MIN_HEADINGS
        && (places.containsKey(Column.REFERENCE) || places.containsKey(Column.RECEIVED_ON));
  }

  String sheet() {
    return sheet;
  }

  int headingRow() {
    return headingRow;
  }

  /** Set when it is a table that the register itself wrote. */
  Optional<OwnExport> export() {
    return export;
  }

  /** The record of the register that a row says to be, by its id. */
  Optional<UUID> id(Line line) {
    return export
        .map(OwnExport::idPlace)
        .or(() -> place(Column.REFERENCE))
        .flatMap(place -> OwnExport.id(line.cell(place)));
  }

  /** Headings that mean no column of a ledger, or one that another heading names better. */
  List<String> ignored() {
    return ignored.stream().map(Column::shown).filter(heading -> !heading.isEmpty()).toList();
  }

  /** Where a row says something under headings that look as if they mattered, and aren't known. */
  List<Integer> unread(Line line) {
    return unsettled.stream().filter(place -> Unread.isSaid(line.cell(place))).toList();
  }

  /** That a heading which looks as if it mattered isn't known. */
  LedgerProblem unsettled(int place) {
    return new LedgerProblem(
        sheet,
        headingRow,
        LedgerProblem.letters(place),
        Column.shown(headings.get(place)),
        RegisterFault.HEADING_NOT_UNDERSTOOD.at(""));
  }

  /** What the columns with a √ say, of a column that has no place of its own. */
  String ticked(Column column, Line line) {
    return ticks.words(column, line, headings);
  }

  /** Which columns are read, from left to right. */
  List<ReadColumn> columns() {
    return Arrays.stream(Column.values())
        .flatMap(
            column ->
                Stream.concat(places(column).stream(), ticks.places(column).stream())
                    .map(place -> Map.entry(place, column)))
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry ->
                new ReadColumn(
                    sheet,
                    LedgerProblem.letters(entry.getKey()),
                    Column.shown(headings.get(entry.getKey())),
                    entry.getValue().name(),
                    entry.getValue().heading()))
        .toList();
  }

  /** The office's own heading of a column; the template's, where there is none. */
  String heading(Column column) {
    return place(column)
        .map(headings::get)
        .map(Column::shown)
        .filter(heading -> !heading.isEmpty())
        .orElse(column.heading());
  }

  Optional<Integer> place(Column column) {
    return places(column).stream().findFirst();
  }

  /** More than one only where what stands in them is put together. */
  List<Integer> places(Column column) {
    return places.getOrDefault(column, List.of());
  }

  /** What a row says beside its days and outcome; 是 below a heading says what the heading does. */
  List<String> notes(Line line) {
    List<Integer> said = new ArrayList<>(places(Column.OUTCOME));
    said.addAll(places(Column.CONCLUDED_ON));
    return IntStream.range(0, line.cells().size())
        .filter(place -> !said.contains(place) && !line.cell(place).isEmpty())
        .mapToObj(
            place ->
                place < headings.size() && Ticks.isTick(line.cell(place))
                    ? headings.get(place)
                    : line.cell(place))
        .toList();
  }

  /** Those that are not read, and may say how it stands with a row. */
  List<Integer> remarks() {
    return List.copyOf(remarks);
  }

  String heading(int place) {
    return headings.get(place);
  }

  /** Those that would be read as a column if there weren't one in the template's own words. */
  List<Integer> beaten(Column column) {
    return beaten.getOrDefault(column, List.of());
  }

  /** Whether a line below the headings has anything in the columns of a ledger. */
  boolean holds(Line line) {
    return places.values().stream()
        .flatMap(Collection::stream)
        .anyMatch(place -> !line.cell(place).isEmpty());
  }

  /** Whether the line repeats the headings, as on every printed page. */
  boolean isRepeatedBy(Line line) {
    return places.values().stream()
            .flatMap(Collection::stream)
            .filter(place -> line.cell(place).equals(headings.get(place)))
            .count()
        >= MIN_HEADINGS;
  }

  /** Why nothing can be taken over: columns that are missing, or that two headings mean. */
  List<LedgerProblem> faults() {
    List<LedgerProblem> faults = new ArrayList<>();
    if (export.filter(OwnExport::isWithoutIds).isPresent()) {
      Fault fault = RegisterFault.COLUMN_MISSING.at("", OwnExport.ID);
      faults.add(new LedgerProblem(sheet, headingRow, "", OwnExport.ID, fault));
    }
    Arrays.stream(Column.values())
        .filter(column -> column.isRequired() && !places.containsKey(column))
        .filter(column -> !ticks.columns().contains(column))
        .map(column -> fault(column, missing(column)))
        .forEach(faults::add);
    places.forEach(
        (column, all) -> {
          if (all.size() > 1 && !column.isJoined()) {
            faults.add(fault(column, question(column, all)));
          }
        });
    return faults;
  }

  private static Fault missing(Column column) {
    return RegisterFault.COLUMN_MISSING
        .at("", String.join("、", column.headings()))
        .expecting(Expected.oneOf(column.headings()));
  }

  private Fault question(Column column, List<Integer> all) {
    String named =
        all.stream()
            .map(
                place ->
                    "“"
                        + Column.shown(headings.get(place))
                        + "”（"
                        + LedgerProblem.letters(place)
                        + "列）")
            .collect(Collectors.joining("、"));
    return RegisterFault.HEADINGS_AMBIGUOUS.at("", named, column.heading());
  }

  private LedgerProblem fault(Column column, Fault fault) {
    return new LedgerProblem(sheet, headingRow, "", column.heading(), fault);
  }

  LedgerProblem cell(Line line, Column column, Fault fault) {
    return new LedgerProblem(
        sheet,
        line.number(),
        place(column).map(LedgerProblem::letters).orElse(""),
        heading(column),
        fault);
  }

  LedgerProblem cell(Line line, int place, Fault fault) {
    return new LedgerProblem(
        sheet,
        line.number(),
        LedgerProblem.letters(place),
        Column.shown(headings.get(place)),
        fault);
  }

  LedgerProblem row(Line line, Fault fault) {
    return new LedgerProblem(sheet, line.number(), "", "", fault);
  }
}
