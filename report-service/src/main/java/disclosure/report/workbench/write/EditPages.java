package disclosure.report.workbench.write;

import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Field.Kind;
import disclosure.edge.look.Wording;
import disclosure.report.content.DraftContent;
import disclosure.report.content.NamedFigure;
import disclosure.report.content.ReportId;
import disclosure.report.draft.Draft;
import disclosure.report.reading.JudgedReport;
import disclosure.report.reference.Proposal;
import disclosure.report.reference.References;
import disclosure.report.reference.ReferringText;
import disclosure.report.takenover.EarlierReport;
import disclosure.report.workbench.Meanwhile;
import disclosure.report.workbench.Page;
import disclosure.report.workbench.Place;
import disclosure.report.workbench.Standing;
import disclosure.report.workbench.form.Differences;
import disclosure.report.workbench.form.Differences.Difference;
import disclosure.report.workbench.form.DraftFields;
import disclosure.report.workbench.write.EditPage.Block;
import disclosure.report.workbench.write.EditPage.Passage;
import disclosure.report.workbench.write.EditPage.Proposed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the page together on which a draft is written. */
final class EditPages {

  private EditPages() {}

  /**
   * What the page is made of.
   *
   * @param standing how the report stands
   * @param values what stands in the fields
   * @param figures the figures that the draft names for itself
   * @param seen the entity tag of the version that is changed; empty for the first
   * @param judged the draft as it was saved last, with what checks found
   * @param references the figures that texts can name; empty while they can't be had
   */
  record Material(
      ReportId id,
      String organ,
      Standing standing,
      Map<String, String> values,
      List<NamedFigure> figures,
      String seen,
      Optional<JudgedReport> judged,
      Optional<References> references,
      Optional<EarlierReport> lastYear) {}

  /** The page. */
  static EditPage of(Material material, String notice) {
    return of(material, List.of(), Map.of(), Errors.NONE, notice);
  }

  /** The page of what could not be saved as it was typed. */
  static EditPage refused(Material material, Refusal refusal) {
    Errors told =
        refusal.faults().isEmpty()
            ? new Errors(
                refusal.problem(Wording.language()).title(),
                refusal.problem(Wording.language()).detail(),
                List.of())
            : Errors.NONE;
    return of(material, refusal.faults(), Map.of(), told, "");
  }

  /** The page of what somebody else has changed meanwhile. */
  static EditPage changed(Material material, Draft stored) {
    List<Difference> differences =
        Differences.between(
            material.id(),
            material.figures(),
            DraftFields.values(stored.content()),
            material.values());
    Errors errors =
        new Errors(
            Wording.of("另一位编辑刚刚保存了本报告，您填写的内容尚未保存"),
            differences.isEmpty()
                ? Wording.of("%s请核对后再次保存：保存的将是您填写的内容。", Meanwhile.who(stored))
                : Wording.of(
                    "%s以下各处与您所填的不同（他人保存的 → 您填写的）。请核对后再次保存：保存的将是您填写的内容。", Meanwhile.who(stored)),
            differences.stream().map(one -> new Errors.Entry(one.name(), one.words())).toList());
    return of(
        material,
        List.of(),
        differences.stream().collect(Collectors.toMap(Difference::name, Difference::before)),
        errors,
        "");
  }

  private static EditPage of(
      Material material,
      List<Fault> faults,
      Map<String, String> others,
      Errors told,
      String notice) {
    EditBlocks made = new EditBlocks(material, faults, others);
    List<Block> blocks = made.all();
    List<Field> fields =
        blocks.stream()
            .flatMap(
                block ->
                    Stream.concat(
                        block.fields().stream(),
                        block.groups().stream().flatMap(group -> group.fields().stream())))
            .toList();
    ReportId id = material.id();
    return new EditPage(
        EditPage.title(id, material.organ()),
        Place.of(id),
        Place.of(id, "draft"),
        material.standing(),
        List.of(Field.of(Kind.HIDDEN, Page.SEEN, "", material.seen())),
        blocks,
        told.any() ? told : errors(fields, made.faults()),
        notice,
        material.references().map(EditBlocks::named).orElse(List.of()),
        material.references().map(all -> proposals(id, all)).orElse(List.of()),
        material.lastYear().map(EditPages::passages).orElse(List.of()));
  }

  /** What no field is about is said above them. */
  private static Errors errors(List<Field> fields, List<Fault> faults) {
    return Errors.of(
        fields,
        faults.stream()
            .filter(
                fault -> fields.stream().noneMatch(field -> EditBlocks.isAt(field.name(), fault)))
            .toList());
  }

  private static List<Proposed> proposals(ReportId id, References references) {
    return Proposal.of(id.year()).stream()
        .map(
            proposal ->
                new Proposed(
                    DraftFields.heading(proposal.section()),
                    proposal.text(),
                    new ReferringText(proposal.text()).told(references),
                    proposal.section()))
        .toList();
  }

  private static List<Passage> passages(EarlierReport lastYear) {
    DraftContent content = lastYear.content();
    return DraftFields.texts(content).entrySet().stream()
        .filter(text -> !text.getValue().isEmpty())
        .map(text -> new Passage(DraftFields.heading(text.getKey()), text.getValue()))
        .toList();
  }
}
