package disclosure.requests.page.ledger;

import disclosure.edge.look.Wording;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.ledger.reading.LedgerProblem;
import disclosure.requests.ledger.reading.ReadColumn;
import disclosure.requests.ledger.reading.ReadLedger.Ledger;
import disclosure.requests.ledger.reading.Skipped;
import disclosure.requests.page.Screen;
import disclosure.requests.page.form.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found in a ledger.
 *
 * @param sent the ledger itself
 * @param headline how it stands
 * @param facts how many rows are what
 * @param questions what has to be settled before rows can be read
 * @param kinds what is wrong with rows, each kind once
 * @param parts the same row by row
 * @param changes what an import would append, or leave as it is
 * @param skipped what holds no application
 * @param columns what is read as what
 * @param ignored headings that mean nothing here
 * @param wrong in how many rows something is wrong
 * @param importable how many rows an import would take now
 * @param ofOthers how many others are sound and are taken only if that is said, since another
 *     client has registered their numbers
 * @param notCompared how many others are sound and would not be taken now, whatever is said
 */
public record Checked(
    Sent sent,
    String headline,
    List<Screen.Pair> facts,
    List<Problem> questions,
    List<Kind> kinds,
    List<Part> parts,
    List<Problem> changes,
    List<Skipped> skipped,
    List<ReadColumn> columns,
    String ignored,
    int wrong,
    int importable,
    int ofOthers,
    int notCompared) {

  private static final int ROWS = 100;
  private static final int MOST_KINDS = 20;
  private static final int MOST_SHOWN = 500;

  /**
   * The ledger that was looked at.
   *
   * @param organ its code
   * @param organName how that is called
   * @param fileName as the sender calls it
   * @param content the file itself in Base64, so that it need not be chosen again; empty where it
   *     is too large for a page
   */
  public record Sent(String organ, String organName, String fileName, String content) {

    /** Without the file, which is about persons. */
    @Override
    public String toString() {
      return "Sent[" + organ + "]";
    }
  }

  /**
   * Something that is wrong.
   *
   * @param id of its line
   * @param place sheet, row and column
   * @param heading of the column in the office's own words; empty for the whole row
   */
  public record Problem(String id, String place, String heading, String text) {}

  /**
   * Something that is wrong in several places.
   *
   * @param target the first of them
   */
  public record Kind(String target, String text, int count) {}

  /** Some that are shown together. */
  public record Part(String label, boolean open, List<Problem> problems) {}

  static Checked of(Sent sent, Ledger ledger) {
    List<Problem> questions = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Map<String, Kind> kinds = new LinkedHashMap<>();
    for (LedgerProblem found : ledger.problems()) {
      boolean isQuestion = isQuestion(found, ledger);
      List<Problem> into = isQuestion ? questions : problems;
      Problem problem = problem((isQuestion ? "q" : "p") + (into.size() + 1), found);
      into.add(problem);
      if (!isQuestion) {
        kinds.merge(
            found.heading() + " " + found.fault().code().code(),
            new Kind(problem.id(), words(problem), 1),
            (one, more) -> new Kind(one.target(), one.text(), one.count() + 1));
      }
    }
    return new Checked(
        sent,
        headline(ledger, questions.size()),
        facts(ledger),
        questions,
        kinds.values().stream()
            .sorted((one, other) -> Integer.compare(other.count(), one.count()))
            .limit(MOST_KINDS)
            .toList(),
        parts(problems),
        ledger.changes().stream().limit(MOST_SHOWN).map(found -> problem("", found)).toList(),
        ledger.skipped().stream().limit(MOST_SHOWN).map(Checked::told).toList(),
        ledger.columns(),
        String.join(Wording.of("、"), ledger.ignored()),
        ledger.wrong(),
        ledger.importable(),
        ledger.ofOthers(),
        notCompared(ledger));
  }

  private static Skipped told(Skipped passed) {
    return new Skipped(passed.sheet(), passed.row(), Wording.of(passed.reason()));
  }

  private static int notCompared(Ledger ledger) {
    return ledger.setAside() - ledger.ofOthers();
  }

  /** What stands at the headings, or nowhere, holds up every row. */
  private static boolean isQuestion(LedgerProblem found, Ledger ledger) {
    return found.row() == 0
        || Integer.valueOf(found.row()).equals(ledger.headingRows().get(found.sheet()));
  }

  private static Problem problem(String id, LedgerProblem found) {
    return new Problem(id, place(found), found.heading(), said(found));
  }

  private static String said(LedgerProblem found) {
    if (found.fault().code() == RegisterFault.HEADING_NOT_UNDERSTOOD) {
      return Wording.of("此列有内容，但列名无法识别，没有读取。请改用模板中的列名；确实不需要的，请删去这一列。");
    }
    return Said.of(found.fault().message());
  }

  private static String place(LedgerProblem found) {
    String row = found.row() == 0 ? Wording.of("整份台账") : Wording.of("第%s行", found.row());
    String column = found.column().isEmpty() ? "" : Wording.of("%s列", found.column());
    return (found.sheet() + " ").stripLeading() + row + column;
  }

  private static String words(Problem problem) {
    return problem.heading().isEmpty()
        ? problem.text()
        : Wording.of("%s：%s", problem.heading(), problem.text());
  }

  private static String headline(Ledger ledger, int questions) {
    if (questions > 0) {
      return Wording.of("台账的表头有%s个问题，请先解决", questions);
    }
    if (ledger.total() == 0) {
      return Wording.of("台账中没有申请");
    }
    if (ledger.wrong() > 0) {
      return Wording.of("有%s行需要更正", ledger.wrong());
    }
    return Wording.of(ledger.importable() == 0 ? "没有发现问题，但各行都暂不导入" : "没有发现问题，可以导入");
  }

  private static List<Screen.Pair> facts(Ledger ledger) {
    List<Screen.Pair> facts = new ArrayList<>();
    facts.add(rows(Wording.of("台账中的申请"), ledger.total()));
    facts.add(rows(Wording.of("需要更正"), ledger.wrong()));
    facts.add(rows(Wording.of("可以导入"), ledger.importable()));
    facts.add(rows(Wording.of("其中新增"), ledger.added()));
    facts.add(rows(Wording.of("其中登记簿已有"), ledger.repeated()));
    if (ledger.setAside() > 0) {
      facts.add(rows(Wording.of("暂不导入"), ledger.setAside()));
      facts.add(rows(Wording.of("其中编号已由其他系统登记"), ledger.ofOthers()));
      facts.add(rows(Wording.of("其中没有比对"), notCompared(ledger)));
    }
    if (ledger.skippedInAll() > 0) {
      facts.add(
          new Screen.Pair(Wording.of("不是申请的行和工作表"), Wording.of("%s处", ledger.skippedInAll())));
    }
    return facts;
  }

  private static Screen.Pair rows(String label, int count) {
    return new Screen.Pair(label, Wording.of("%s行", count));
  }

  private static List<Part> parts(List<Problem> problems) {
    List<Part> parts = new ArrayList<>();
    for (int from = 0; from < problems.size(); from += ROWS) {
      int to = Math.min(problems.size(), from + ROWS);
      parts.add(
          new Part(
              Wording.of("第%s至%s处，共%s处", from + 1, to, problems.size()),
              from == 0,
              problems.subList(from, to)));
    }
    return parts;
  }

  /** Whether nothing is wrong with any of it. */
  public boolean complete() {
    return wrong == 0 && questions.isEmpty() && importable + ofOthers + notCompared > 0;
  }
}
