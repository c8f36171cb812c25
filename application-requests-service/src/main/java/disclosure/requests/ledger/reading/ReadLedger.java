package disclosure.requests.ledger.reading;

import disclosure.edge.AnswerTime;
import disclosure.edge.Caller;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.ledger.sheet.LedgerFile;
import disclosure.requests.ledger.words.StoredWords;
import disclosure.requests.registration.Intake;
import disclosure.requests.repetition.Duplicates;
import disclosure.requests.store.submission.KnownIds;
import disclosure.requests.transaction.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Reads a ledger and finds everything in it that can't be taken over. */
@ApplicationScoped
public class ReadLedger {

  private final Intake intake;
  private final StoredWords words;
  private final KnownIds ids;
  private final Clock clock;

  ReadLedger(Intake intake, StoredWords words, KnownIds ids, Clock clock) {
    this.clock = clock;
    this.intake = intake;
    this.words = words;
    this.ids = ids;
  }

  /**
   * For whom a ledger is read.
   *
   * @param organ whose ledger it is
   * @param reach the records that the caller may see
   */
  public record Asked(OrganCode organ, Caller caller, Reach reach) {}

  /**
   * What a ledger holds.
   *
   * @param rows those with which nothing is wrong
   * @param total all rows with anything in them
   * @param repeated how many of the rows are registered already, when it was compared
   * @param setAside how many of the rows an import would not take now, when it was compared
   * @param ofOthers how many of these are so since another client has registered their numbers
   * @param changes how rows differ from what is registered, what is appended to it, and which new
   *     ones ask what the same person asked before
   * @param skipped rows and sheets that are there and hold no application, up to some thousands
   * @param skippedInAll how many there are of them
   * @param columns which columns are read, and as what
   * @param ignored headings that mean nothing here
   * @param problems what is wrong, up to some thousands
   * @param headingRows the rows of the headings, by sheets
   * @param headings under which headings the columns stand
   */
  public record Ledger(
      List<LedgerRow> rows,
      int total,
      int repeated,
      int setAside,
      int ofOthers,
      List<LedgerProblem> changes,
      List<Skipped> skipped,
      int skippedInAll,
      List<ReadColumn> columns,
      List<String> ignored,
      List<LedgerProblem> problems,
      Map<String, Integer> headingRows,
      Headings headings) {

    /** How many of the rows an import would take now. */
    public int importable() {
      return rows.size() - setAside;
    }

    /** How many of these the register hasn't. */
    public int added() {
      return importable() - repeated;
    }

    /** How many rows something is wrong with. */
    public int wrong() {
      return total - rows.size();
    }
  }

  /** Looks whether its rows can be taken over. */
  public Ledger read(InputStream file, Asked asked) throws IOException, SQLException {
    return read(LedgerFile.bytes(file), asked, intake::check, false, AnswerTime.begin());
  }

  /** Looks also how it goes with what is registered already. */
  public Ledger compare(InputStream file, Asked asked, Duplicates duplicates)
      throws IOException, SQLException {
    return read(
        LedgerFile.bytes(file),
        asked,
        (posts, caller, reach) -> intake.compare(posts, caller, reach, duplicates),
        true,
        AnswerTime.begin());
  }

  /** Looks also which rows are held back, and compares none; its changes are these alone. */
  public Ledger heldBack(byte[] file, Asked asked, Duplicates duplicates, AnswerTime time)
      throws IOException, SQLException {
    return read(
        file,
        asked,
        (posts, caller, reach) -> intake.heldBack(posts, caller, reach, duplicates),
        false,
        time);
  }

  private Ledger read(
      byte[] file, Asked asked, LedgerReading.Check check, boolean compares, AnswerTime time)
      throws IOException, SQLException {
    LedgerReading reading =
        new LedgerReading(
            asked, words.of(asked.organ()), ids, check, compares, LocalDate.now(clock));
    LedgerFile.read(file, reading, time);
    return reading.end();
  }
}
