package disclosure.requests.ledger.reading;

import disclosure.edge.Caller;
import disclosure.edge.Writing;
import disclosure.edge.look.WrittenDay;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.ledger.receipt.Receipt;
import disclosure.requests.ledger.receipt.Receipts;
import disclosure.requests.ledger.receipt.Receipts.Settled;
import disclosure.requests.ledger.sheet.Line;
import disclosure.requests.ledger.sheet.Lines;
import disclosure.requests.ledger.words.Column;
import disclosure.requests.ledger.words.OwnWords;
import disclosure.requests.ledger.words.TitleYear;
import disclosure.requests.repetition.RowResult;
import disclosure.requests.store.submission.KnownIds;
import disclosure.requests.transaction.Reach;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A ledger that is being read: of its rows, no more is kept than what is registered of them. */
final class LedgerReading implements Lines {

  private static final int CHUNK = 200;

  /** More than anybody mends before the next look. */
  private static final int MAX_PROBLEMS = 5_000;

  private static final int LAST_ROW_OF_HEADINGS = 10;

  /** A sheet with so many rows like a ledger's is one, also when nobody can tell its columns. */
  private static final int ROWS_OF_A_LEDGER = 3;

  /** As many as every application needs. */
  private static final int CELLS_OF_A_ROW = 4;

  /** What becomes of rows that are sound by themselves, in their order. */
  @FunctionalInterface
  interface Check {
    List<RowResult> of(List<byte[]> posts, Caller caller, Reach reach) throws SQLException;
  }

  /** A row below headings. */
  private record Row(Layout headings, Line line, RowReader reader) {}

  /** A row that says which record of the register it is. */
  private record Claim(Line line, UUID id) {}

  private final ReadLedger.Asked asked;
  private final OrganCode organ;
  private final OwnWords own;
  private final LocalDate today;
  private final KnownIds ids;
  private final Check check;
  private final boolean compares;
  private final List<LedgerProblem> problems = new ArrayList<>();
  private final Set<String> ignored = new LinkedHashSet<>();
  private final List<ReadColumn> columns = new ArrayList<>();
  private final Set<Integer> unsettled = new HashSet<>();
  private final Map<String, Integer> headingRows = new HashMap<>();
  private final Headings places = Headings.none();
  private final List<LedgerProblem> changes = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private int skippedInAll;
  private final List<LedgerRow> sound = new ArrayList<>();
  private final Map<String, String> references = new HashMap<>();
  private final Map<String, String> requests = new HashMap<>();
  private final List<Optional<LedgerProblem>> repetitions = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<RowReader> readers = new ArrayList<>();
  private final List<LedgerRow> rows = new ArrayList<>();

  /** Whether all that matters of a row is read. */
  private final List<Boolean> whole = new ArrayList<>();

  private String sheet = "";
  private TitleYear title = new TitleYear("");
  private Optional<Integer> year = Optional.empty();
  private Receipts<Row> receipts;
  private Optional<Layout> layout = Optional.empty();
  private boolean begun;
  private boolean complete;
  private boolean found;
  private int rowsWithoutHeadings;
  private int total;
  private int repeated;
  private int setAside;
  private int ofOthers;

  LedgerReading(
      ReadLedger.Asked asked,
      OwnWords own,
      KnownIds ids,
      Check check,
      boolean compares,
      LocalDate today) {
    this.compares = compares;
    this.today = today;
    this.receipts = new Receipts<>("", Optional.empty(), today);
    this.asked = asked;
    this.organ = asked.organ();
    this.own = own;
    this.ids = ids;
    this.check = check;
  }

  @Override
  public void sheet(String name) throws SQLException {
    endOfSheet();
    sheet = name;
    title = new TitleYear(name);
    layout = Optional.empty();
    rowsWithoutHeadings = 0;
  }

  @Override
  public void hiddenSheet(String name) {
    skip(Skipped.hidden(name));
  }

  @Override
  public void line(Line line) throws SQLException {
    if (layout.isEmpty()) {
      headings(line);
      return;
    }
    if (!begun) {
      Optional<Layout> both = layout.get().with(line);
      layout = both.or(() -> layout);
      begin(layout.get());
      if (both.isPresent()) {
        return;
      }
    }
    Optional<Skipped> passed = Skipped.of(layout.get(), line);
    if (passed.isPresent()) {
      skip(passed.get());
      if (passed.get().headsOthers()) {
        heading(passed.get(), line);
      }
    } else if (complete && layout.get().holds(line)) {
      Optional<UUID> id = layout.get().id(line);
      if (id.isPresent()) {
        claims.add(new Claim(line, id.get()));
      } else {
        withoutId(layout.get(), line);
      }
      if (claims.size() == CHUNK) {
        claims(layout.get());
      }
    }
  }

  /** What stands above the rows of a part: its months, or a year of its own. */
  private void heading(Skipped above, Line line) throws SQLException {
    TitleYear said = new TitleYear("");
    said.add(line);
    Optional<Integer> ofPart = said.year().filter(none -> above.namesMonth());
    if (ofPart.isPresent() && !ofPart.equals(year)) {
      read(receipts.end());
      year = ofPart;
      receipts = new Receipts<>("", year, today);
    }
    receipts.addLine(String.join(" ", line.cells()));
  }

  /** Rows that say which record of the register they are: those that are it change nothing. */
  private void claims(Layout headings) throws SQLException {
    Set<UUID> known = ids.among(claims.stream().map(Claim::id).toList(), asked.reach());
    for (Claim claim : claims) {
      if (known.contains(claim.id())) {
        skip(Skipped.ownExport(sheet, claim.line()));
      } else {
        withoutId(headings, claim.line());
      }
    }
    claims.clear();
  }

  /** In a table of the register's, a row that somebody has added, or spoilt. */
  private void withoutId(Layout headings, Line line) throws SQLException {
    if (headings.export().isEmpty()) {
      row(headings, line);
      return;
    }
    OwnExport export = headings.export().get();
    if (!line.cell(export.idPlace()).isEmpty()) {
      total++;
      add(headings.cell(line, export.idPlace(), RegisterFault.ID_NOT_IN_REGISTER.at("")));
    } else if (export.isOfAnother(organ, line)) {
      total++;
      add(headings.cell(line, export.organPlace(), RegisterFault.ROW_OF_ANOTHER_ORGAN.at("")));
    } else {
      row(headings, line);
    }
  }

  private void headings(Line line) {
    if (line.number() <= LAST_ROW_OF_HEADINGS) {
      layout = Layout.of(sheet, line, own);
      begun = false;
      if (layout.isEmpty()) {
        title.add(line);
      }
    }
    if (layout.isEmpty() && isLikeRow(line)) {
      rowsWithoutHeadings++;
    }
  }

  private static boolean isLikeRow(Line line) {
    List<String> said = line.cells().stream().map(String::strip).filter(Unread::isSaid).toList();
    return said.size() >= CELLS_OF_A_ROW
        && said.stream().anyMatch(cell -> WrittenDay.read(cell).isPresent());
  }

  private void skip(Skipped passed) {
    skippedInAll++;
    if (skipped.size() < MAX_PROBLEMS) {
      skipped.add(passed);
    }
  }

  private void begin(Layout headings) {
    begun = true;
    year = title.year();
    receipts = new Receipts<>(sheet, year, today);
    found = true;
    headingRows.put(sheet, headings.headingRow());
    places.add(headings);
    complete = headings.faults().isEmpty();
    headings.faults().forEach(this::add);
    ignored.addAll(headings.ignored());
    columns.addAll(headings.columns());
    unsettled.clear();
  }

  private void row(Layout headings, Line line) throws SQLException {
    total++;
    RowReader reader = new RowReader(headings, line, year, own);
    read(receipts.add(new Row(headings, line, reader), reader.days()));
  }

  private void read(List<Settled<Row>> settled) throws SQLException {
    for (Settled<Row> one : settled) {
      read(one.row().headings(), one.row().line(), one.row().reader(), one.receipt());
    }
  }

  private void read(Layout headings, Line line, RowReader reader, Receipt receipt)
      throws SQLException {
    LedgerRow row = reader.read(organ, receipt);
    String first = references.putIfAbsent(Writing.of(row.reference()), place(row));
    if (!row.reference().isEmpty() && first != null) {
      reader
          .problems()
          .add(
              headings.cell(
                  line, Column.REFERENCE, RegisterFault.NUMBER_REPEATED_IN_LEDGER.at("", first)));
    }
    repetitions.add(
        reader
            .request()
            .filter(none -> compares)
            .map(request -> requests.putIfAbsent(request, place(row)))
            .map(before -> RegisterFault.SAME_REQUEST_IN_LEDGER.at("", before))
            .map(fault -> headings.cell(line, Column.SUBJECT, fault)));
    List<Integer> unread = headings.unread(line);
    unread.stream().filter(unsettled::add).map(headings::unsettled).forEach(this::add);
    readers.add(reader);
    rows.add(row);
    whole.add(unread.isEmpty());
    if (rows.size() == CHUNK) {
      check();
    }
  }

  /** A sheet may end with its headings. */
  private void endOfSheet() throws SQLException {
    if (layout.isPresent() && !begun) {
      begin(layout.get());
    }
    if (layout.isPresent()) {
      claims(layout.get());
      read(receipts.end());
    } else if (rowsWithoutHeadings >= ROWS_OF_A_LEDGER) {
      add(new LedgerProblem(sheet, 0, "", "", RegisterFault.SHEET_WITHOUT_HEADINGS.at("")));
    }
    check();
  }

  ReadLedger.Ledger end() throws SQLException {
    endOfSheet();
    if (!found) {
      add(new LedgerProblem("", 0, "", "", RegisterFault.HEADINGS_NOT_FOUND.at("")));
    }
    return new ReadLedger.Ledger(
        sound,
        total,
        repeated,
        setAside,
        ofOthers,
        List.copyOf(changes),
        List.copyOf(skipped),
        skippedInAll,
        List.copyOf(columns),
        List.copyOf(ignored),
        List.copyOf(problems),
        Map.copyOf(headingRows),
        places);
  }

  private void check() throws SQLException {
    Reach reach = new Reach(false, Set.of(organ));
    List<RowResult> results =
        rows.isEmpty()
            ? List.of()
            : check.of(rows.stream().map(LedgerRow::json).toList(), asked.caller(), reach);
    for (int i = 0; i < results.size(); i++) {
      RowReader reader = readers.get(i);
      RowResult result = results.get(i);
      reader.problems().forEach(this::add);
      Set<String> named =
          reader.problems().stream().map(LedgerProblem::column).collect(Collectors.toSet());
      List<LedgerProblem> told = result.faults().stream().map(reader::problem).toList();
      if (result.isRefused()) {
        told.stream()
            .filter(problem -> named.isEmpty() || isOther(problem, named))
            .forEach(this::add);
      } else if (reader.problems().isEmpty() && whole.get(i)) {
        sound.add(rows.get(i));
        switch (result.change()) {
          case ADDED -> repetitions.get(i).ifPresent(this::addChange);
          case REFUSED -> {}
          case SET_ASIDE -> {
            setAside++;
            ofOthers += isOfAnother(result) ? 1 : 0;
          }
          case UNCHANGED, STEPS_APPENDED, DIFFERS -> repeated++;
        }
        told.forEach(this::addChange);
      }
    }
    readers.clear();
    rows.clear();
    repetitions.clear();
    whole.clear();
  }

  private void add(LedgerProblem problem) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(problem);
    }
  }

  private void addChange(LedgerProblem change) {
    if (changes.size() < MAX_PROBLEMS) {
      changes.add(change);
    }
  }

  private static boolean isOfAnother(RowResult result) {
    return result.faults().stream()
        .anyMatch(fault -> fault.code() == RegisterFault.NUMBER_OF_ANOTHER_CLIENT);
  }

  /** What a cell that was not understood leads to elsewhere in its row is no mistake of its own. */
  private static boolean isOther(LedgerProblem problem, Set<String> named) {
    return !problem.column().isEmpty() && !named.contains(problem.column());
  }

  private static String place(LedgerRow row) {
    return (row.sheet().isEmpty() ? "" : row.sheet() + "!") + row.row();
  }
}
