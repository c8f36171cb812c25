package disclosure.report.examination;

import disclosure.report.examination.document.Budget;
import disclosure.report.examination.document.Limits;
import disclosure.report.examination.document.NotReadable;
import disclosure.report.examination.figure.ApplicationsFigures;
import disclosure.report.examination.figure.Edition;
import disclosure.report.examination.figure.ProactiveFigures;
import disclosure.report.examination.finding.Finding;
import disclosure.report.examination.finding.Findings;
import disclosure.report.examination.format.FileFormat;
import disclosure.report.examination.format.Readers;
import disclosure.report.examination.line.Line;
import disclosure.report.examination.line.Lines;
import disclosure.report.examination.sentence.Sentences;
import disclosure.report.examination.sentence.SureFigures;
import disclosure.report.examination.table.ApplicationsReader;
import disclosure.report.examination.table.DisputesReader;
import disclosure.report.examination.table.ProactiveReader;
import disclosure.report.examination.table.Remark;
import disclosure.report.examination.text.Headings;
import disclosure.report.examination.text.Origin;
import disclosure.report.examination.text.Section;
import disclosure.report.examination.text.SectionTexts;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Examines published reports. For any number of threads. */
public final class Examiner {

  private final Limits limits;

  /** With these limits for each file. */
  public Examiner(Limits limits) {
    this.limits = limits;
  }

  /**
   * Examines a report.
   *
   * @param file is read to its end, or to one byte more than the limit, and not closed
   * @throws IOException when the stream can't be read
   * @throws NotReadable for a file that isn't read, with the reason
   */
  public Examination examine(InputStream file) throws IOException {
    return examine(file.readNBytes(limits.bytes() + 1));
  }

  /**
   * Examines a report.
   *
   * @throws NotReadable for a file that isn't read, with the reason
   */
  public Examination examine(byte[] file) {
    if (file.length > limits.bytes()) {
      throw new NotReadable(NotReadable.Reason.TOO_LARGE);
    }
    Budget budget = new Budget(limits);
    try {
      return examined(read(file, budget), budget);
    } catch (StackOverflowError deep) {
      throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
    }
  }

  /** A broken file makes libraries fail in many ways. */
  private static Readers.ReadFile read(byte[] file, Budget budget) {
    try {
      return Readers.read(file, budget);
    } catch (NotReadable refused) {
      throw refused;
    } catch (RuntimeException | LinkageError broken) {
      throw new NotReadable(NotReadable.Reason.BROKEN);
    }
  }

  private static Examination examined(Readers.ReadFile file, Budget budget) {
    List<Line> lines = Lines.of(file.document(), budget);
    if (lines.isEmpty()) {
      throw new NotReadable(NotReadable.Reason.NO_TEXT);
    }
    ApplicationsReader.Result applications = ApplicationsReader.read(lines, budget);
    Headings headings = Headings.of(lines);
    int first = applications.used().stream().findFirst().orElse(lines.size());
    int last = applications.used().stream().reduce(0, Math::max);
    int proactiveEnd =
        headings.has(Section.PROACTIVE)
            ? headings.end(Section.PROACTIVE, first)
            : Math.min(first, lines.size());
    ProactiveReader.Result proactive =
        ProactiveReader.read(
            lines, Math.min(headings.begin(Section.PROACTIVE), proactiveEnd), proactiveEnd);
    int disputesBegin =
        headings.has(Section.DISPUTES)
            ? headings.begin(Section.DISPUTES)
            : Math.min(last + 1, lines.size());
    DisputesReader.Result disputes =
        DisputesReader.read(
            lines,
            disputesBegin,
            Math.max(disputesBegin, headings.end(Section.DISPUTES, lines.size())));
    boolean tablesThere =
        proactive.figures().isThere()
            || applications.figures().isThere()
            || disputes.figures().isThere();
    if (!tablesThere && headings.lines().isEmpty()) {
      throw new NotReadable(NotReadable.Reason.NO_REPORT);
    }
    Set<Integer> tables = new TreeSet<>(applications.used());
    tables.addAll(proactive.used());
    tables.addAll(disputes.used());
    List<Remark> remarks = new ArrayList<>(applications.remarks());
    remarks.addAll(disputes.remarks());
    Origin origin = Origin.of(file.document().title(), lines, headings);
    Edition edition = edition(origin, proactive.figures(), applications.figures());
    SectionTexts texts = SectionTexts.of(lines, headings, tables);
    List<Finding> findings =
        new ArrayList<>(
            Findings.of(
                origin,
                headings,
                proactive.figures(),
                applications.figures(),
                disputes.figures(),
                remarks,
                edition,
                file.format() == FileFormat.XLSX));
    findings.addAll(
        Sentences.findings(
            origin,
            texts,
            new SureFigures(proactive.figures(), applications.figures(), disputes.figures()),
            budget));
    return new Examination(
        file.format(),
        origin,
        edition,
        proactive.figures(),
        applications.figures(),
        disputes.figures(),
        texts,
        Finding.worstFirst(findings));
  }

  /**
   * By which edition the tables are made: section two tells it, else table three, else the year.
   */
  private static Edition edition(
      Origin origin, ProactiveFigures proactive, ApplicationsFigures applications) {
    if (proactive.isThere()) {
      return proactive.edition();
    }
    if (applications.otherHandlingInOne().isPresent()) {
      return Edition.FORM_2019;
    }
    return origin.year().isPresent() && !applications.isThere()
        ? Edition.of(origin.year().getAsInt())
        : Edition.FORM_2021;
  }
}
