package disclosure.report.workbench;

import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Wording;
import disclosure.report.check.Result;
import disclosure.report.check.Verdict;
import disclosure.report.content.DraftContent;
import disclosure.report.content.ReportId;
import disclosure.report.document.DocumentFormat;
import disclosure.report.document.FormatName;
import disclosure.report.draft.Draft;
import disclosure.report.form.Section;
import disclosure.report.form.Title;
import disclosure.report.publication.Life;
import disclosure.report.publication.LifeStep;
import disclosure.report.publication.ReportState;
import disclosure.report.reading.JudgedReport;
import disclosure.report.release.Release;
import disclosure.report.takenover.EarlierReport;
import disclosure.report.takenover.FormCells;
import disclosure.report.workbench.Desk.Actions;
import disclosure.report.workbench.Desk.Compared;
import disclosure.report.workbench.Desk.Done;
import disclosure.report.workbench.Desk.FormLink;
import disclosure.report.workbench.Desk.Found;
import disclosure.report.workbench.Desk.Part;
import disclosure.statistics.contract.MatrixRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts the page of a report together. */
final class DeskPages {

  private static final Set<DocumentFormat> FORMS =
      Set.of(DocumentFormat.DOCX, DocumentFormat.PDF, DocumentFormat.OFD, DocumentFormat.XLSX);

  private DeskPages() {}

  /**
   * Who looks at it.
   *
   * @param writes whether he may write and submit
   * @param publishes whether he may give back and publish
   */
  record Reader(boolean writes, boolean publishes) {}

  /**
   * What the page is made of.
   *
   * @param organ the organ's name
   * @param judged the draft; empty before it is begun
   * @param lastYear the report on the year before, as it is published here or taken over
   * @param hasFormer whether there are texts of the year before to begin with
   * @param steps what was done with it, the newest first
   */
  record Material(
      ReportId id,
      String organ,
      Optional<JudgedReport> judged,
      Optional<EarlierReport> lastYear,
      boolean hasFormer,
      List<LifeStep> steps,
      Life life) {}

  static Desk of(Material material, Reader reader, Errors errors, String notice, Desk.Typed typed) {
    ReportId id = material.id();
    Optional<Draft> draft = material.judged().map(JudgedReport::draft);
    ReportState state = material.life().state();
    return new Desk(
        Title.of(material.organ(), id.year(), id.scope()),
        Place.of(id.organ()),
        Standing.of(material.life()),
        draft.map(DeskPages::version).orElse(""),
        draft.map(Draft::etag).orElse(""),
        errors,
        notice,
        material.judged().map(judged -> sections(id, judged, reader)).orElse(List.of()),
        material.judged().map(judged -> findings(id, judged, reader)).orElse(List.of()),
        material.judged().map(judged -> compared(judged, material.lastYear())).orElse(List.of()),
        actions(material, reader, state),
        draft.isPresent() ? forms(id) : List.of(),
        material.steps().stream().flatMap(DeskPages::done).toList(),
        typed);
  }

  private static String version(Draft draft) {
    return Wording.of(
        "第%s版，%s于%s保存",
        draft.version(),
        draft.person().orElse(draft.recordedBy()),
        ChineseDates.of(draft.recordedAt()));
  }

  private static List<Part> sections(ReportId id, JudgedReport judged, Reader reader) {
    DraftContent content = judged.draft().content();
    return Arrays.stream(Section.values())
        .map(
            section -> {
              boolean missing = Sections.isMissing(content, section);
              long found =
                  judged.obstacles().stream()
                      .filter(
                          verdict ->
                              Spot.of(id, verdict).stream()
                                  .anyMatch(spot -> spot.part().equals(Spot.part(section))))
                      .count();
              String status =
                  missing
                      ? Wording.of("尚未填写")
                      : found > 0 ? Wording.of("%s项校核未通过", found) : status(id, section);
              return new Part(
                  section.numbered(),
                  status,
                  missing || found > 0,
                  new Spot(Spot.part(section), "").address(id, reader.writes()));
            })
        .toList();
  }

  private static String status(ReportId id, Section section) {
    boolean counted =
        Sections.field(section).isEmpty() || id.isRollUp() && section == Section.PROACTIVE;
    return Wording.of(counted ? "自动计数" : "已填写");
  }

  private static List<Found> findings(ReportId id, JudgedReport judged, Reader reader) {
    List<Verdict> obstacles = judged.obstacles();
    return judged.verdicts().stream()
        .filter(
            verdict -> verdict.result() == Result.BROKEN || verdict.result() == Result.UNDECIDED)
        .flatMap(
            verdict -> found(id, judged, reader, verdict, obstacles.contains(verdict)).stream())
        .toList();
  }

  /** A reason is one for all that a check finds: it is asked for behind the last. */
  private static List<Found> found(
      ReportId id, JudgedReport judged, Reader reader, Verdict verdict, boolean blocks) {
    List<String> messages = messages(verdict).toList();
    List<Spot> spots = Spot.of(id, verdict);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      boolean last = i == messages.size() - 1;
      found.add(found(id, judged, reader, verdict, blocks, messages.get(i), spots.get(i), last));
    }
    return found;
  }

  private static Stream<String> messages(Verdict verdict) {
    return (verdict.findings().isEmpty()
            ? Stream.of(verdict.check().rule())
            : verdict.findings().stream())
        .map(text -> text.in(Wording.language()));
  }

  private static Found found(
      ReportId id,
      JudgedReport judged,
      Reader reader,
      Verdict verdict,
      boolean blocks,
      String message,
      Spot spot,
      boolean last) {
    return new Found(
        verdict.check().number(),
        spot.heading(),
        message,
        weight(verdict, blocks, judged.reason(verdict).isPresent()),
        blocks,
        spot.address(id, reader.writes()),
        last ? judged.reason(verdict).orElse("") : "",
        last && verdict.wantsReason() && reader.writes() ? Place.of(id, reasonOf(verdict)) : "",
        Desk.Typed.field(reasonOf(verdict)),
        Desk.Typed.label(reasonOf(verdict)),
        Release.digest(verdict));
  }

  private static String reasonOf(Verdict verdict) {
    return "reasons/" + verdict.check().number();
  }

  private static String weight(Verdict verdict, boolean blocks, boolean reasoned) {
    if (verdict.result() == Result.UNDECIDED) {
      return Wording.of(blocks ? "暂缺对照数据，核对成立后方可公布" : "缺少对照数据，不妨碍公布");
    }
    return switch (verdict.check().waiver()) {
      case NONE -> Wording.of("必须更正");
      case REASON -> Wording.of(reasoned ? "已说明理由" : "更正，或者说明理由");
      case PRINTED_REASON ->
          Wording.of(reasoned ? blocks ? "理由须原文写入第六部分" : "已说明理由" : "更正，或者说明理由并写入第六部分");
    };
  }

  /** Table three, total by total: where a year differs much, something may be wrong. */
  private static List<Compared> compared(JudgedReport judged, Optional<EarlierReport> lastYear) {
    List<MatrixRow> now = judged.report().figures().matrix().rows();
    List<Compared> rows = new ArrayList<>();
    for (int row = 0; row < now.size(); row++) {
      int place = row;
      rows.add(
          new Compared(
              now.get(row).label(),
              now.get(row).total(),
              lastYear
                  .map(report -> report.matrix().rows().get(place))
                  .filter(
                      before ->
                          !lastYear.get().otherHandlingInOne()
                              || !FormCells.isOtherHandling(before.code()))
                  .map(before -> Long.toString(before.total()))
                  .orElse("")));
    }
    return rows;
  }

  private static Actions actions(Material material, Reader reader, ReportState state) {
    ReportId id = material.id();
    boolean written = material.judged().isPresent();
    boolean submitted = state == ReportState.SUBMITTED;
    return new Actions(
        reader.writes() ? Place.of(id, "draft") : "",
        reader.writes() && !written && material.hasFormer()
            ? Place.of(id, "draft", "start=former")
            : "",
        written ? Place.of(id, "preview") : "",
        reader.writes() && state == ReportState.DRAFT ? Place.of(id, "submission") : "",
        reader.publishes() && submitted ? Place.of(id, "return") : "",
        reader.publishes() && submitted ? Place.of(id, "publication") : "",
        material.life().revision() > 0,
        material.life().revision() > 0 ? Place.published(id) : "",
        id.isRollUp() ? Place.of(id, "collection") : "");
  }

  private static List<FormLink> forms(ReportId id) {
    return FormatName.ORDER.stream()
        .filter(FORMS::contains)
        .map(
            format ->
                new FormLink(
                    Wording.of(FormatName.of(format)),
                    Wording.of(FormatName.purpose(format)),
                    Place.of(id, "report." + format.extension())))
        .toList();
  }

  /** What was done, and before it what undid it. */
  private static Stream<Done> done(LifeStep step) {
    return Stream.concat(
        step.withdrawn().stream()
            .map(
                edit ->
                    new Done(
                        ChineseDates.of(edit.recordedAt()),
                        Wording.of("修改（第%s版），报送随之撤回", edit.draftVersion()),
                        edit.person().orElse(edit.recordedBy()),
                        "")),
        Stream.of(
            new Done(
                ChineseDates.of(step.recordedAt()),
                Words.of(step),
                step.person().orElse(step.recordedBy()),
                step.reason().orElse(""))));
  }
}
