package disclosure.report.takenover;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.InputFault;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.report.access.ReportAccess;
import disclosure.report.content.ReportId;
import disclosure.report.examination.Examination;
import disclosure.report.examination.document.Limits;
import disclosure.report.examination.figure.Edition;
import disclosure.report.examined.Examinations;
import disclosure.report.examined.Examinations.Examined;
import disclosure.report.examined.Examinations.Why;
import disclosure.report.examined.ExaminedReport;
import disclosure.report.examined.SentFile;
import disclosure.report.fault.ReportFault;
import disclosure.report.publication.Digests;
import disclosure.report.publication.Publications;
import disclosure.report.statistics.OrganDirectory;
import disclosure.report.takenover.ConfirmedFigures.ConfirmedFigure;
import disclosure.report.text.OrganNames;
import disclosure.requests.contract.OrganCode;
import jakarta.enterprise.context.RequestScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a file over as an organ's published report. */
@RequestScoped
public class TakeOver {

  private final Examinations examinations;
  private final TakenOverReports reports;
  private final Publications publications;
  private final ReportAccess access;
  private final OrganDirectory directory;
  private final CurrentCaller caller;
  private final Clock clock;

  TakeOver(
      Examinations examinations,
      TakenOverReports reports,
      Publications publications,
      ReportAccess access,
      OrganDirectory directory,
      CurrentCaller caller,
      Clock clock) {
    this.examinations = examinations;
    this.reports = reports;
    this.publications = publications;
    this.access = access;
    this.directory = directory;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * What somebody says beside the file.
   *
   * @param figures those that aren't read surely
   * @param blanksAreZero whether what is blank or a mark means zero
   * @param organName the name that the file bears, where that is none of the organ's
   * @param reason why it replaces what was taken over before
   */
  public record Said(
      ConfirmedFigures figures,
      boolean blanksAreZero,
      Optional<String> organName,
      Optional<String> reason) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 1000;

    /**
     * What came as texts.
     *
     * @param blanksAreZero {@code true} or {@code false}, which it is by itself
     * @throws Refusal 400, naming the parameter at fault
     */
    public static Said of(
        ConfirmedFigures figures,
        Optional<String> blanksAreZero,
        Optional<String> organName,
        Optional<String> reason) {
      return new Said(
          figures,
          Parameters.flag("blanksAreZero", blanksAreZero),
          text("organName", organName, LONGEST_NAME),
          text("reason", reason, LONGEST_REASON));
    }

    private static Optional<String> text(String name, Optional<String> value, int longest) {
      Optional<String> said = Parameters.text(name, value);
      if (said.filter(text -> text.isEmpty() || text.length() > longest).isPresent()) {
        throw Refusal.invalid(InputFault.WRONG_LENGTH.at(name, Expected.between(1, longest)));
      }
      return said;
    }

    /** The same with figures. */
    Said with(ConfirmedFigures some) {
      return new Said(some, blanksAreZero, organName, reason);
    }

    private boolean confirms(String other) {
      return organName.filter(said -> plain(said).equals(plain(other))).isPresent();
    }

    private static String plain(String name) {
      return name.replaceAll("\\s", "");
    }
  }

  /**
   * What became of it.
   *
   * @param created whether it is new; not when the same was taken over before
   */
  public record Outcome(TakenOver taken, boolean created) {}

  /**
   * Lets the request go on only when the caller may take reports over for the organ and the year.
   *
   * @throws Refusal 403, 404 or 503
   */
  public void require(ReportId id) {
    access.requireWritable(id);
  }

  /**
   * Takes a file over. The same file with the same figures, once it is taken over, stays as it is.
   *
   * @throws Refusal 403 and 404 for the organ; 400 for figures that aren't in the form; 409 when
   *     the report is published here, or another file was taken over and no reason is given; 422
   *     when it can't be read, is on another year, bears another organ's name that isn't confirmed,
   *     or a figure is neither read surely nor confirmed; 503 when there is no place to read it, or
   *     the register can't be asked
   */
  public Outcome take(ReportId id, SentFile file, Said said) {
    require(id);
    if (publications.newest(id).isPresent()) {
      throw publishedHere();
    }
    Examination read = examined(file);
    requireYear(id, read);
    Optional<OtherName> otherName = otherName(id, read);
    List<Fault> faults =
        otherName.filter(name -> !said.confirms(name.written())).map(OtherName::fault).stream()
            .toList();
    TakenOverReport report =
        ReadFigures.report(id, read, otherName.isPresent(), figures(id, read, said, faults));
    Digests digests = Digests.of(file.content());
    Optional<TakenOver> before = reports.newest(id);
    if (before.filter(one -> isSame(one, report, digests)).isPresent()) {
      return new Outcome(before.get(), false);
    }
    if (!faults.isEmpty()) {
      throw Refusal.notPermitted(faults);
    }
    if (before.isPresent() && said.reason().isEmpty()) {
      throw takenOverAlready();
    }
    TakenOver taken =
        new TakenOver(
            before.map(TakenOver::revision).orElse(0) + 1,
            report,
            SentFile.visible(file.name()),
            read.format().name(),
            file.content().length,
            digests,
            said.reason(),
            caller.clientId(),
            caller.get().person(),
            Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
    if (reports.add(taken, file.content(), ExaminedReport.of(read))) {
      return new Outcome(taken, true);
    }
    return reports
        .newest(id)
        .filter(other -> isSame(other, report, digests))
        .map(other -> new Outcome(other, false))
        .orElseThrow(Refusal::changedMeanwhile);
  }

  private Examination examined(SentFile file) {
    if (file.content().length > Limits.USUAL.bytes()) {
      throw Refusal.byStatus(413);
    }
    Examined examined = examinations.of(file);
    if (examined.unread().isPresent()) {
      throw refusal(examined.unread().get());
    }
    return examined.examination().orElseThrow();
  }

  private static Refusal refusal(Why why) {
    if (why.equals(Why.NO_TIME_LEFT)) {
      return Examinations.tooMany();
    }
    if (why.equals(Why.FAULT)) {
      return Refusal.internalError();
    }
    return Refusal.notPermitted(
        ReportFault.FILE_NOT_READABLE.at("file", why.message().chinese(), why.message().english()));
  }

  private static void requireYear(ReportId id, Examination read) {
    if (read.origin().year().isPresent() && read.origin().year().getAsInt() != id.year()) {
      throw Refusal.notPermitted(
          ReportFault.FILE_OF_OTHER_YEAR
              .at("file", Integer.toString(read.origin().year().getAsInt()))
              .ofRecord());
    }
  }

  /** The name that the file bears, where the organ neither has nor had it. */
  private Optional<OtherName> otherName(ReportId id, Examination read) {
    Optional<String> name = read.origin().organ().map(SentFile::visible);
    List<String> known = name.isPresent() ? names(id.organ()) : List.of();
    return name.filter(
            written ->
                !known.isEmpty() && known.stream().noneMatch(one -> OrganNames.mayBe(one, written)))
        .map(written -> new OtherName(written, known.get(0)));
  }

  /** Of an organ that the register doesn't know there is none to compare with. */
  private List<String> names(OrganCode organ) {
    try {
      return directory.organ(organ).names();
    } catch (Refusal refusal) {
      if (refusal.status() == 404) {
        return List.of();
      }
      throw refusal;
    }
  }

  /**
   * A name in a file that is none of the organ's.
   *
   * @param organ what the organ is called
   */
  private record OtherName(String written, String organ) {

    Fault fault() {
      return ReportFault.FILE_OF_OTHER_ORGAN.at("organName", written, organ).ofRecord();
    }
  }

  /**
   * What is there is never put right: it is read surely, or somebody says what it is.
   *
   * @param others what else is wrong, which is told at the same time
   */
  private static List<TakenFigure> figures(
      ReportId id, Examination read, Said said, List<Fault> others) {
    List<FormCell> cells = FormCells.of(read, id.year());
    List<Fault> faults = new ArrayList<>();
    Map<String, BigDecimal> confirmed = confirmed(cells, said.figures(), read, id, faults);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    List<TakenFigure> figures = new ArrayList<>();
    for (FormCell cell : cells) {
      Optional<BigDecimal> stated = Optional.ofNullable(confirmed.get(cell.name()));
      if (cell.isSure()) {
        BigDecimal value = cell.reading().value().orElseThrow();
        if (stated.filter(other -> other.compareTo(value) != 0).isPresent()) {
          faults.add(
              ReportFault.FIGURE_READ_OTHERWISE
                  .at(cell.name(), cell.label(), value.toPlainString())
                  .ofRecord());
        }
        figures.add(new TakenFigure(cell.name(), cell.label(), value, false));
      } else if (stated.isPresent()) {
        figures.add(new TakenFigure(cell.name(), cell.label(), stated.get(), true));
      } else if (said.blanksAreZero() && cell.reading().isUnfilled()) {
        figures.add(new TakenFigure(cell.name(), cell.label(), BigDecimal.ZERO, true));
      } else {
        faults.add(notSure(cell));
      }
    }
    if (!faults.isEmpty()) {
      faults.addAll(0, others);
      throw Refusal.notPermitted(faults);
    }
    return figures;
  }

  private static Fault notSure(FormCell cell) {
    return ReportFault.FIGURE_NOT_SURE
        .at(cell.name(), cell.label(), cell.stands().chinese(), cell.stands().english())
        .ofRecord();
  }

  private static Map<String, BigDecimal> confirmed(
      List<FormCell> cells,
      ConfirmedFigures said,
      Examination read,
      ReportId id,
      List<Fault> faults) {
    Map<String, FormCell> byName = new HashMap<>();
    cells.forEach(cell -> byName.put(cell.name(), cell));
    Map<String, BigDecimal> confirmed = new HashMap<>();
    Edition edition = FormCells.edition(read, id.year());
    for (int i = 0; i < said.figures().size(); i++) {
      ConfirmedFigure figure = said.figures().get(i);
      String place = "figures[" + i + "].";
      FormCell cell = byName.get(figure.name());
      if (cell == null) {
        faults.add(ReportFault.NOT_IN_FORM.at(place + "name", edition.notice()));
      } else if (!cell.takes(figure.value())) {
        faults.add(InputFault.UNSUITABLE.at(place + "value"));
      } else if (confirmed.put(figure.name(), figure.value()) != null) {
        faults.add(ReportFault.REPEATED_PART.at(place + "name"));
      }
    }
    return confirmed;
  }

  private static boolean isSame(TakenOver one, TakenOverReport report, Digests digests) {
    return one.digests().equals(digests) && sameFigures(one.report(), report);
  }

  private static boolean sameFigures(TakenOverReport one, TakenOverReport other) {
    return one.figures().size() == other.figures().size()
        && one.figures().stream()
            .allMatch(
                figure ->
                    other.figures().stream()
                        .anyMatch(
                            same ->
                                same.name().equals(figure.name())
                                    && same.value().compareTo(figure.value()) == 0));
  }

  private static Refusal publishedHere() {
    return new Refusal(
        409,
        "published-here",
        new Text("报告已由本系统公布", "Published here already"),
        new Text(
            "该年度报告已由本系统公布，不能接收其他文件代替；有误的请更正报告。",
            "The report on the year is published here; correct that one if it is wrong."),
        List.of());
  }

  private static Refusal takenOverAlready() {
    return new Refusal(
        409,
        "taken-over-already",
        new Text("该年度报告已接收", "Taken over already"),
        new Text(
            "该年度已接收另一份文件或者其他数据。确需替换的，请在 reason 中说明理由，原文件仍予保留。",
            "Another file, or other figures, were taken over for the year. To replace them, say why"
                + " in reason; what was taken over before is kept."),
        List.of());
  }
}
