package disclosure.report.workbench.board;

import disclosure.edge.IfMatch;
import disclosure.edge.Refusal;
import disclosure.edge.look.Wording;
import disclosure.report.content.DraftContent;
import disclosure.report.content.ReportId;
import disclosure.report.draft.Draft;
import disclosure.report.draft.Drafts;
import disclosure.report.draft.WriteDraft;
import disclosure.report.release.PublicationBody;
import disclosure.report.release.Release;
import disclosure.report.workbench.Meanwhile;
import disclosure.report.workbench.board.ManyPage.Outcome;
import disclosure.report.workbench.form.DraftJson;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Does one thing with each of several reports, as the caller could do one after the other: by the
 * same use cases, each in transactions of its own. What is refused of one stops none of the others,
 * and what was done already is done no second time.
 */
@RequestScoped
class MarkedReports {

  private static final Logger LOG = Logger.getLogger(MarkedReports.class);
  private static final int UNAVAILABLE = 503;

  /** So many outages in a row are one that befalls the rest, too: each takes its time. */
  private static final int OUTAGES = 2;

  private final Release release;
  private final Drafts drafts;
  private final WriteDraft write;
  private final Meanwhile meanwhile;

  MarkedReports(Release release, Drafts drafts, WriteDraft write, Meanwhile meanwhile) {
    this.release = release;
    this.drafts = drafts;
    this.write = write;
    this.meanwhile = meanwhile;
  }

  /**
   * A report that was marked on the board.
   *
   * @param organ the organ's name
   * @param version of its draft, as it stood there; 0 when there was none
   */
  record Marked(ReportId id, String organ, long version) {

    private IfMatch seen() {
      return IfMatch.of(Optional.of("\"" + version + "\""));
    }
  }

  /** Something that is done with a report. */
  interface Step {
    Outcome take(Marked report);
  }

  List<Outcome> submit(List<Marked> reports) {
    return each(
        reports,
        unlessChanged(
            report -> {
              release.submit(report.id(), report.seen());
              return Outcome.done(report, Wording.of("已报送"));
            }));
  }

  /** A correction wants a reason of its own, and so is refused here. */
  List<Outcome> publish(List<Marked> reports) {
    return each(
        reports,
        unlessChanged(
            report -> {
              boolean created =
                  release
                      .publish(report.id(), report.seen(), new PublicationBody(Optional.empty()))
                      .created();
              return Outcome.done(report, Wording.of(created ? "已公布" : "此前已公布"));
            }));
  }

  /** Drafts with the texts of those of the year before; a draft that is there stays as it is. */
  List<Outcome> start(List<Marked> reports) {
    return each(reports, unlessChanged(this::start));
  }

  /** What was changed since the board was shown is refused with who did so, and when. */
  private Step unlessChanged(Step step) {
    return report -> {
      try {
        return step.take(report);
      } catch (Refusal refusal) {
        if (refusal.status() != 412) {
          throw refusal;
        }
        Optional<String> seen = Optional.of("\"" + report.version() + "\"");
        return Outcome.refused(
            report,
            Wording.of(
                "%s：%s%s", title(refusal), why(refusal), meanwhile.since(report.id(), seen).who()));
      }
    };
  }

  private Outcome start(Marked report) {
    Optional<DraftContent> former = drafts.find(report.id().yearBefore()).map(Draft::content);
    if (drafts.find(report.id()).isPresent()) {
      return Outcome.done(report, Wording.of("已有草稿，没有改动"));
    }
    if (former.isEmpty()) {
      return Outcome.refused(report, Wording.of("上年没有草稿，请打开报告从头编写"));
    }
    write.write(
        report.id(), DraftJson.begun(former.get(), report.organ()), IfMatch.of(Optional.empty()));
    return Outcome.done(report, Wording.of("已用上年文字建立草稿"));
  }

  static List<Outcome> each(List<Marked> reports, Step step) {
    List<Outcome> outcomes = new ArrayList<>();
    int outages = 0;
    for (Marked report : reports) {
      if (outages >= OUTAGES) {
        outcomes.add(Outcome.refused(report, Wording.of("其他服务暂时不可用，没有办理，请稍后再试")));
        continue;
      }
      try {
        outcomes.add(step.take(report));
        outages = 0;
      } catch (Refusal refusal) {
        outages = refusal.status() == UNAVAILABLE ? outages + 1 : 0;
        outcomes.add(Outcome.refused(report, words(refusal)));
      } catch (RuntimeException failure) {
        LOG.errorf(failure, "What was to be done with %s failed", report.id());
        outcomes.add(Outcome.refused(report, Wording.of("本服务出错，没有办理，请单独办理或者联系系统管理员")));
      }
    }
    return outcomes;
  }

  private static String words(Refusal refusal) {
    return Wording.of("%s：%s", title(refusal), why(refusal));
  }

  private static String title(Refusal refusal) {
    return refusal.problem(Wording.language()).title();
  }

  private static String why(Refusal refusal) {
    List<String> faults =
        refusal.faults().stream()
            .map(fault -> fault.message().in(Wording.language()))
            .distinct()
            .toList();
    return faults.isEmpty()
        ? refusal.problem(Wording.language()).detail()
        : String.join(Wording.of("；"), faults);
  }
}
