package disclosure.report.workbench.write;

import disclosure.edge.Fault;
import disclosure.edge.look.Field;
import disclosure.edge.look.Field.Kind;
import disclosure.edge.look.Wording;
import disclosure.report.check.Result;
import disclosure.report.check.Verdict;
import disclosure.report.content.DraftContent;
import disclosure.report.content.NamedFigure;
import disclosure.report.content.ReportId;
import disclosure.report.form.Section;
import disclosure.report.reference.Reference;
import disclosure.report.reference.References;
import disclosure.report.workbench.Spot;
import disclosure.report.workbench.form.DraftFields;
import disclosure.report.workbench.write.EditPage.Block;
import disclosure.report.workbench.write.EditPage.Group;
import disclosure.report.workbench.write.EditPage.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of the page on which a draft is written, in the order of the form. */
final class EditBlocks {

  private static final int LONGEST_TEXT = 100_000;

  /** Of table three the totals: the other columns stand in the list of all. */
  private static final Pattern USUAL =
      Pattern.compile(
          "matrix\\.\\w+\\.total|(outcomes|disputes|handling|proactive|formerProactive|figures)\\..*");

  private final EditPages.Material material;
  private final List<Fault> faults;
  private final Map<String, String> others;

  /**
   * Of what was typed.
   *
   * @param faults what is wrong with it
   * @param others what somebody else saved meanwhile, of the fields that differ
   */
  EditBlocks(EditPages.Material material, List<Fault> faults, Map<String, String> others) {
    this.material = material;
    this.faults = byName(faults, material.figures());
    this.others = Map.copyOf(others);
  }

  /** A named figure goes by its name on the page, and by its place in what is sent. */
  private static List<Fault> byName(List<Fault> faults, List<NamedFigure> figures) {
    return faults.stream()
        .map(
            fault -> {
              for (int i = 0; i < figures.size(); i++) {
                if (fault.field().equals("figures[" + i + "].value")) {
                  return Fault.of(
                      DraftFields.figure(figures.get(i)), fault.code(), fault.message());
                }
              }
              return fault;
            })
        .toList();
  }

  /** What is wrong, by the names of the fields. */
  List<Fault> faults() {
    return faults;
  }

  List<Block> all() {
    List<Block> blocks = new ArrayList<>();
    if (!findings(Spot.WHOLE).isEmpty()) {
      blocks.add(block(Spot.WHOLE, Wording.of("全文"), "", List.of(), List.of()));
    }
    blocks.add(text("lead", Wording.of("标题与第一部分之间的文字，每段一行")));
    for (Section section : Section.values()) {
      blocks.add(
          switch (section) {
            case OVERVIEW, PROBLEMS, OTHER_MATTERS -> text(Spot.part(section), Wording.of("每段一行"));
            case PROACTIVE -> table();
            case APPLICATIONS -> counted(section, Wording.of("表三由统计服务按登记的申请计数，无需填写。"));
            case DISPUTES -> counted(section, Wording.of("表四由统计服务按登记的复议、诉讼计数，无需填写。"));
          });
    }
    if (!material.figures().isEmpty()) {
      blocks.add(figures());
    }
    blocks.add(signature());
    return blocks;
  }

  private Block block(
      String part, String heading, String hint, List<Field> fields, List<Group> groups) {
    return new Block("part-" + part, heading, hint, fields, groups, findings(part), "", List.of());
  }

  private Block text(String name, String hint) {
    Field area =
        Field.of(Kind.AREA, name, DraftFields.heading(name), value(name))
            .atMost(LONGEST_TEXT)
            .wrong(wrong(name));
    return new Block(
        "part-" + name,
        DraftFields.heading(name),
        hint,
        List.of(area),
        List.of(),
        findings(name),
        others.getOrDefault(name, ""),
        offers(name));
  }

  /** The sums, and what no table holds; those that this text is about come first. */
  private List<Named> offers(String name) {
    List<String> first =
        name.equals("otherMatters")
            ? List.of("handling.")
            : List.of("matrix.", "proactive.", "formerProactive.");
    return material.references().stream()
        .flatMap(all -> all.all().stream())
        .filter(reference -> USUAL.matcher(reference.name()).matches())
        .sorted(
            Comparator.comparing(
                reference -> first.stream().noneMatch(reference.name()::startsWith)))
        .map(EditBlocks::named)
        .toList();
  }

  private Block table() {
    List<Group> groups =
        DraftFields.table(material.id()).stream()
            .map(
                group ->
                    new Group(
                        group.label(),
                        group.fields().stream()
                            .map(field -> field(Kind.NUMBER, field.name(), field.label()))
                            .toList()))
            .toList();
    return block(
        Spot.part(Section.PROACTIVE),
        Section.PROACTIVE.numbered(),
        Wording.of(
            groups.isEmpty()
                ? "汇总报告的表二由各单位已公布的报告相加，无需填写。"
                : "没有的填0；现在还不知道的可以空着，先保存，报送前再填。大数可以写作1012，也可以写作1,012。"),
        List.of(),
        groups);
  }

  /** Their values are typed like those of table two, and may come later like them. */
  private Block figures() {
    return block(
        Spot.FIGURES,
        Wording.of("自定义数据"),
        Wording.of("文字中以名称引用的数据；现在还不知道的可以空着，报送前再填。"),
        List.of(),
        List.of(
            new Group(
                Wording.of("自定义数据"),
                material.figures().stream()
                    .map(figure -> field(Kind.NUMBER, DraftFields.figure(figure), figure.label()))
                    .toList())));
  }

  private Block counted(Section section, String hint) {
    return block(Spot.part(section), section.numbered(), hint, List.of(), List.of());
  }

  private Block signature() {
    ReportId id = material.id();
    String by =
        material.values().getOrDefault(DraftFields.SIGNED_BY, DraftFields.signer(material.organ()));
    return block(
        Spot.SIGNATURE,
        Wording.of("落款"),
        "",
        List.of(
            field(Kind.LINE, DraftFields.SIGNED_BY, Wording.of("落款（机关名称）"), by)
                .atMost(DraftContent.LONGEST_SIGNER),
            field(Kind.DAY, DraftFields.SIGNED_ON, Wording.of("成文日期"))
                .like((id.year() + 1) + "-01-20")),
        List.of());
  }

  private String value(String name) {
    return material.values().getOrDefault(name, "");
  }

  private Field field(Kind kind, String name, String label) {
    return field(kind, name, label, value(name));
  }

  private Field field(Kind kind, String name, String label, String value) {
    return Field.of(kind, name, label, value)
        .hinting(others.containsKey(name) ? Wording.of("他人保存的是：%s", others.get(name)) : "")
        .wrong(wrong(name));
  }

  /** Of several paragraphs each is named by its place. */
  private String wrong(String name) {
    return faults.stream()
        .filter(fault -> isAt(name, fault))
        .map(
            fault ->
                fault.field().equals(name)
                    ? fault.message().in(Wording.language())
                    : Wording.of(
                        "第%s段：%s", paragraph(name, fault), fault.message().in(Wording.language())))
        .distinct()
        .collect(Collectors.joining(Wording.of("；")));
  }

  static boolean isAt(String name, Fault fault) {
    return fault.field().equals(name)
        || fault.field().startsWith(name + "[")
            && fault.field().substring(name.length()).matches("\\[\\d+\\]");
  }

  private static int paragraph(String name, Fault fault) {
    return Integer.parseInt(fault.field().substring(name.length() + 1, fault.field().length() - 1))
        + 1;
  }

  /** What checks found there when it was saved last. */
  private List<String> findings(String part) {
    return material.judged().stream()
        .flatMap(report -> report.verdicts().stream())
        .filter(verdict -> verdict.result() == Result.BROKEN)
        .flatMap(verdict -> findings(verdict, part))
        .toList();
  }

  private Stream<String> findings(Verdict verdict, String part) {
    return verdict.found().stream()
        .filter(found -> Spot.of(material.id(), verdict.check(), found.place()).part().equals(part))
        .map(found -> found.message().in(Wording.language()));
  }

  static List<Named> named(References references) {
    return references.all().stream().map(EditBlocks::named).toList();
  }

  private static Named named(Reference reference) {
    return new Named(
        Reference.to(reference.name()),
        reference.label(),
        reference.value().orElse(Wording.of("暂缺")));
  }
}
