package disclosure.requests.ledger;

import disclosure.edge.AnswerTime;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.ledger.reading.LedgerProblem;
import disclosure.requests.ledger.reading.ReadLedger;
import disclosure.requests.ledger.reading.ReadLedger.Ledger;
import disclosure.requests.ledger.result.DoneRow;
import disclosure.requests.ledger.result.DoneRows;
import disclosure.requests.ledger.result.MarkedWorkbook;
import disclosure.requests.ledger.result.RowToken;
import disclosure.requests.ledger.sheet.LedgerFile;
import disclosure.requests.repetition.Change;
import disclosure.requests.repetition.Duplicates;
import disclosure.requests.security.OrganAccess;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What is done with the ledger of an organ, for whoever acts for it: over HTTP and on pages. */
@ApplicationScoped
public class TakeLedger {

  private final ReadLedger read;
  private final LedgerImports imports;
  private final DoneRows rows;
  private final CurrentCaller caller;
  private final OrganAccess access;

  TakeLedger(
      ReadLedger read,
      LedgerImports imports,
      DoneRows rows,
      CurrentCaller caller,
      OrganAccess access) {
    this.read = read;
    this.imports = imports;
    this.rows = rows;
    this.caller = caller;
    this.access = access;
  }

  /**
   * What an import would do, of which it does nothing.
   *
   * @throws Refusal 400 for what is no ledger or too large, 403 for the organ of others
   */
  public Ledger check(InputStream file, OrganCode organ, Duplicates duplicates)
      throws IOException, SQLException {
    access.require(organ, "organ");
    return read.compare(file, asked(organ), duplicates);
  }

  /**
   * Orders the import.
   *
   * @param soundOnly whether what is sound is taken though something else is not
   * @return its id
   * @throws Refusal as {@link #check}; 422 for a ledger that holds nothing, or something wrong
   */
  public UUID order(InputStream file, OrganCode organ, boolean soundOnly, Duplicates duplicates)
      throws IOException, SQLException {
    access.require(organ, "organ");
    Ledger ledger = read.read(file, asked(organ));
    boolean nothingSound = ledger.rows().isEmpty();
    if ((!soundOnly || nothingSound) && !ledger.problems().isEmpty()) {
      throw notTaken(ledger);
    }
    if (nothingSound) {
      throw Refusal.notPermitted(RegisterFault.LEDGER_EMPTY.at(""));
    }
    return imports.order(organ, caller.get(), ledger, duplicates);
  }

  /**
   * The same ledger as a workbook with a column 问题, also for what would be held back.
   *
   * @throws Refusal as {@link #check}; 422 for what has no headings
   */
  public byte[] marked(InputStream sent, OrganCode organ, Duplicates duplicates, Locale language)
      throws IOException, SQLException {
    access.require(organ, "organ");
    byte[] file = LedgerFile.bytes(sent);
    AnswerTime time = AnswerTime.begin();
    Ledger ledger = read.heldBack(file, asked(organ), duplicates, time);
    if (ledger.headingRows().isEmpty()) {
      throw notTaken(ledger);
    }
    MarkedWorkbook marked = new MarkedWorkbook(ledger.headingRows());
    Stream.concat(ledger.problems().stream(), ledger.changes().stream())
        .forEach(problem -> marked.add(problem.sheet(), problem.row(), problem.words(language)));
    return marked.of(file, time);
  }

  /**
   * How far an import is.
   *
   * @throws Refusal 404
   */
  public LedgerImport progress(UUID id, Locale language) throws SQLException {
    return imports.find(id, access.reach(), language).orElseThrow(Refusal::notFound);
  }

  /**
   * What was done with its rows, so many at most behind where a page ended.
   *
   * @throws Refusal 404
   */
  public List<DoneRow> rows(
      UUID id, Optional<Change> change, RowToken after, int most, Locale language)
      throws SQLException {
    LedgerImport found = progress(id, language);
    String client = imports.client(id, access.reach()).orElseThrow(Refusal::notFound);
    return rows.page(
        new DoneRows.Import(id, client, found.organCode()),
        change,
        after,
        most,
        access.reach(),
        language);
  }

  private ReadLedger.Asked asked(OrganCode organ) {
    return new ReadLedger.Asked(organ, caller.get(), access.reach());
  }

  private static Refusal notTaken(Ledger ledger) {
    return Refusal.notPermitted(ledger.problems().stream().map(TakeLedger::fault).toList());
  }

  private static Fault fault(LedgerProblem problem) {
    String place =
        problem.row() == 0
            ? ""
            : (problem.sheet().isEmpty() ? "" : problem.sheet() + "!")
                + problem.column()
                + problem.row();
    Fault found = problem.fault();
    Fault placed = Fault.of(place, found.code(), found.message()).ofRecord();
    return found.expected().map(placed::expecting).orElse(placed);
  }
}
