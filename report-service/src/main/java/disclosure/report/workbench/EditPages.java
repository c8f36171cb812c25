package disclosure.report.workbench;

import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Field.Kind;
import disclosure.report.check.Result;
import disclosure.report.content.DraftContent;
import disclosure.report.content.NamedFigure;
import disclosure.report.content.ReportId;
import disclosure.report.draft.Draft;
import disclosure.report.form.Section;
import disclosure.report.reading.JudgedReport;
import disclosure.report.reference.Proposal;
import disclosure.report.reference.Reference;
import disclosure.report.reference.References;
import disclosure.report.reference.ReferringText;
import disclosure.report.takenover.EarlierReport;
import disclosure.report.workbench.EditPage.Block;
import disclosure.report.workbench.EditPage.Group;
import disclosure.report.workbench.EditPage.Named;
import disclosure.report.workbench.EditPage.Passage;
import disclosure.report.workbench.EditPage.Proposed;
import disclosure.report.workbench.form.DraftFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the page together on which a draft is written. */
final class EditPages {

  static final String SEEN = "seen";

  private static final int LONGEST_TEXT = 100_000;
  private static final Map<String, String> HEADINGS =
      Map.of(
          "lead", "引言",
          "overview", Section.OVERVIEW.numbered(),
          "problems", Section.PROBLEMS.numbered(),
          "otherMatters", Section.OTHER_MATTERS.numbered());

  /** Of table three the totals: the other columns stand in the list of all. */
  private static final Pattern USUAL =
      Pattern.compile("matrix\\.\\w+\\.total|(outcomes|disputes|handling|proactive|figures)\\..*");

  private static final Pattern NAMED_VALUE = Pattern.compile("figures\\[\\d+\\]\\.value");

  private final ReportId id;
  private final String organ;
  private final Map<String, String> values;
  private final List<Fault> faults;
  private final Map<String, String> others;
  private final List<NamedFigure> figures;
  private final Optional<JudgedReport> judged;
  private final Optional<References> references;

  private EditPages(
      ReportId id,
      String organ,
      Map<String, String> values,
      List<Fault> faults,
      Map<String, String> others,
      List<NamedFigure> figures,
      Optional<JudgedReport> judged,
      Optional<References> references) {
    this.id = id;
    this.organ = organ;
    this.values = values;
    this.faults = faults;
    this.others = others;
    this.figures = figures;
    this.judged = judged;
    this.references = references;
  }

  /**
   * What the page is made of.
   *
   * @param values what stands in the fields
   * @param figures the figures that the draft names for itself
   * @param seen the entity tag of the version that is changed; empty for the first
   * @param judged the draft as it was saved last, with what checks found
   * @param references the figures that texts can name; empty while they can't be had
   */
  record Material(
      ReportId id,
      String organ,
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
                refusal.problem(Locale.CHINESE).title(),
                refusal.problem(Locale.CHINESE).detail(),
                List.of())
            : Errors.NONE;
    return of(material, refusal.faults(), Map.of(), told, "");
  }

  /** The page of what somebody else has changed meanwhile. */
  static EditPage changed(Material material, Draft stored) {
    Map<String, String> others =
        DraftFields.values(stored.content()).entrySet().stream()
            .filter(
                field ->
                    !same(material.values().getOrDefault(field.getKey(), ""), field.getValue()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    Errors errors =
        new Errors(
            "另一位编辑刚刚保存了本报告，您填写的内容尚未保存",
            "第"
                + stored.version()
                + "版由"
                + stored.person().orElse(stored.recordedBy())
                + "于"
                + ChineseDates.of(stored.recordedAt())
                + "保存。与您所填不同之处，在各部分下方列出。请核对后再次保存：保存的将是您填写的内容。",
            List.of());
    return of(material, List.of(), others, errors, "");
  }

  private static boolean same(String one, String other) {
    return one.replace("\r\n", "\n").strip().equals(other.strip());
  }

  private static EditPage of(
      Material material,
      List<Fault> faults,
      Map<String, String> others,
      Errors told,
      String notice) {
    EditPages pages =
        new EditPages(
            material.id(),
            material.organ(),
            material.values(),
            faults,
            others,
            material.figures(),
            material.judged(),
            material.references());
    List<Block> blocks = pages.blocks();
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
        List.of(Field.of(Kind.HIDDEN, SEEN, "", material.seen())),
        blocks,
        told.any() ? told : pages.errors(fields),
        notice,
        material.references().map(EditPages::named).orElse(List.of()),
        material.references().map(all -> proposals(id, all)).orElse(List.of()),
        material.lastYear().map(EditPages::passages).orElse(List.of()));
  }

  /** What no field is about is said above them. */
  private Errors errors(List<Field> fields) {
    return Errors.of(
        fields,
        faults.stream()
            .filter(
                fault ->
                    fields.stream().noneMatch(field -> isAt(field.name(), fault))
                        && !NAMED_VALUE.matcher(fault.field()).matches())
            .toList());
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    if (!whole().isEmpty()) {
      blocks.add(new Block("part-whole", "全文", "", List.of(), List.of(), whole(), "", List.of()));
    }
    blocks.add(text("lead", "标题与第一部分之间的文字，每段一行", Optional.empty()));
    for (Section section : Section.values()) {
      blocks.add(
          switch (section) {
            case OVERVIEW -> text("overview", "每段一行", Optional.of(section));
            case PROACTIVE -> table();
            case APPLICATIONS -> counted(section, "表三由统计服务按登记的申请计数，无需填写。");
            case DISPUTES -> counted(section, "表四由统计服务按登记的复议、诉讼计数，无需填写。");
            case PROBLEMS -> text("problems", "每段一行", Optional.of(section));
            case OTHER_MATTERS -> text("otherMatters", "每段一行", Optional.of(section));
          });
    }
    if (!figures.isEmpty()) {
      blocks.add(named());
    }
    blocks.add(signature());
    return blocks;
  }

  private Block text(String name, String hint, Optional<Section> section) {
    return new Block(
        "part-" + name,
        HEADINGS.get(name),
        hint,
        List.of(area(name)),
        List.of(),
        section.map(this::findings).orElse(List.of()),
        others.getOrDefault(name, ""),
        offers(name));
  }

  /** The sums, and what no table holds; those that this text is about come first. */
  private List<Named> offers(String name) {
    List<String> first =
        name.equals("otherMatters") ? List.of("handling.") : List.of("matrix.", "proactive.");
    return references.stream()
        .flatMap(all -> all.all().stream())
        .filter(reference -> USUAL.matcher(reference.name()).matches())
        .sorted(
            Comparator.comparing(
                reference -> first.stream().noneMatch(reference.name()::startsWith)))
        .map(EditPages::named)
        .toList();
  }

  private Field area(String name) {
    return Field.of(Kind.AREA, name, HEADINGS.get(name), values.getOrDefault(name, ""))
        .atMost(LONGEST_TEXT)
        .wrong(wrong(name));
  }

  private Block table() {
    List<Group> groups =
        DraftFields.table(id).stream()
            .map(
                group ->
                    new Group(
                        group.label(),
                        group.fields().stream()
                            .map(
                                field ->
                                    Field.of(
                                            Kind.NUMBER,
                                            field.name(),
                                            field.label(),
                                            values.getOrDefault(field.name(), ""))
                                        .hinting(other(field.name()))
                                        .wrong(wrong(field.name())))
                            .toList()))
            .toList();
    return new Block(
        "part-proactive",
        Section.PROACTIVE.numbered(),
        groups.isEmpty() ? "汇总报告的表二由各单位已公布的报告相加，无需填写。" : "没有的填0；现在还不知道的可以空着，先保存，报送前再填。",
        List.of(),
        groups,
        findings(Section.PROACTIVE),
        "",
        List.of());
  }

  /** Their values are typed like those of table two, and may come later like them. */
  private Block named() {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < figures.size(); i++) {
      NamedFigure figure = figures.get(i);
      String name = DraftFields.figure(figure);
      fields.add(
          Field.of(Kind.NUMBER, name, figure.label(), values.getOrDefault(name, ""))
              .hinting(other(name))
              .wrong(wrong("figures[" + i + "].value")));
    }
    return new Block(
        "part-figures",
        "自定义数据",
        "文字中以名称引用的数据；现在还不知道的可以空着，报送前再填。",
        List.of(),
        List.of(new Group("自定义数据", fields)),
        List.of(),
        "",
        List.of());
  }

  private String other(String name) {
    return others.containsKey(name) ? "他人保存的是：" + others.get(name) : "";
  }

  private Block counted(Section section, String hint) {
    return new Block(
        "part-" + section.name().toLowerCase(Locale.ROOT),
        section.numbered(),
        hint,
        List.of(),
        List.of(),
        findings(section),
        "",
        List.of());
  }

  private Block signature() {
    Field by =
        Field.of(
                Kind.LINE,
                DraftFields.SIGNED_BY,
                "落款（机关名称）",
                values.getOrDefault(DraftFields.SIGNED_BY, DraftFields.signer(organ)))
            .atMost(DraftContent.LONGEST_SIGNER)
            .hinting(other(DraftFields.SIGNED_BY))
            .wrong(wrong(DraftFields.SIGNED_BY));
    Field on =
        Field.of(
                Kind.DAY,
                DraftFields.SIGNED_ON,
                "成文日期",
                values.getOrDefault(DraftFields.SIGNED_ON, ""))
            .like((id.year() + 1) + "-01-20")
            .hinting(other(DraftFields.SIGNED_ON))
            .wrong(wrong(DraftFields.SIGNED_ON));
    return new Block(
        "part-signature", "落款", "", List.of(by, on), List.of(), List.of(), "", List.of());
  }

  /** Of several paragraphs each is named by its place. */
  private String wrong(String name) {
    return faults.stream()
        .filter(fault -> isAt(name, fault))
        .map(
            fault ->
                fault.field().equals(name)
                    ? fault.message().in(Locale.CHINESE)
                    : "第" + paragraph(name, fault) + "段：" + fault.message().in(Locale.CHINESE))
        .distinct()
        .collect(Collectors.joining("；"));
  }

  private static boolean isAt(String name, Fault fault) {
    return fault.field().equals(name) || fault.field().matches(name + "\\[\\d+\\]");
  }

  private static int paragraph(String name, Fault fault) {
    return Integer.parseInt(fault.field().substring(name.length() + 1, fault.field().length() - 1))
        + 1;
  }

  private List<String> findings(Section section) {
    return found(Optional.of(section));
  }

  private List<String> whole() {
    return found(Optional.empty());
  }

  private List<String> found(Optional<Section> section) {
    return judged.stream()
        .flatMap(report -> report.verdicts().stream())
        .filter(verdict -> verdict.result() == Result.BROKEN)
        .filter(verdict -> Sections.of(verdict.check()).equals(section))
        .flatMap(verdict -> verdict.findings().stream())
        .map(finding -> finding.in(Locale.CHINESE))
        .toList();
  }

  private static List<Named> named(References references) {
    return references.all().stream().map(EditPages::named).toList();
  }

  private static Named named(Reference reference) {
    return new Named(
        Reference.to(reference.name()), reference.label(), reference.value().orElse("暂缺"));
  }

  private static List<Proposed> proposals(ReportId id, References references) {
    return Proposal.of(id.year()).stream()
        .map(
            proposal ->
                new Proposed(
                    HEADINGS.getOrDefault(proposal.section(), proposal.section()),
                    proposal.text(),
                    new ReferringText(proposal.text()).filled(references)))
        .toList();
  }

  private static List<Passage> passages(EarlierReport lastYear) {
    DraftContent content = lastYear.content();
    return DraftFields.texts(content).entrySet().stream()
        .filter(text -> !text.getValue().isEmpty())
        .map(text -> new Passage(HEADINGS.get(text.getKey()), text.getValue()))
        .toList();
  }
}
