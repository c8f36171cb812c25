package disclosure.report.workbench.form;

import disclosure.edge.look.Wording;
import disclosure.report.content.DocumentFigures;
import disclosure.report.content.DraftContent;
import disclosure.report.content.FormEdition;
import disclosure.report.content.FormerProactive;
import disclosure.report.content.FormerProactive.DecidedItems;
import disclosure.report.content.FormerProactive.IssuedDocuments;
import disclosure.report.content.NamedFigure;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.content.ReportId;
import disclosure.report.form.Section;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a draft, by their names in the API, with their values as they are typed. */
public final class DraftFields {

  /** Those that are texts. */
  public static final List<String> TEXTS = List.of("lead", "overview", "problems", "otherMatters");

  /** 落款. */
  public static final String SIGNED_BY = "signedBy";

  /** 成文日期. */
  public static final String SIGNED_ON = "signedOn";

  private DraftFields() {}

  /** How one of the texts is called; what is none is called as it is. */
  public static String heading(String text) {
    return switch (text) {
      case "lead" -> Wording.of("引言");
      case "overview" -> Section.OVERVIEW.numbered();
      case "problems" -> Section.PROBLEMS.numbered();
      case "otherMatters" -> Section.OTHER_MATTERS.numbered();
      default -> text;
    };
  }

  /** Whether a field is one of table two, or the table as a whole. */
  public static boolean isOfTable(String field) {
    return field.startsWith("proactive") || field.startsWith("formerProactive");
  }

  /** What every field is called, in the order of the form. */
  public static Map<String, String> labels(ReportId id, List<NamedFigure> figures) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("lead", heading("lead"));
    labels.put("overview", heading("overview"));
    table(id)
        .forEach(
            group ->
                group
                    .fields()
                    .forEach(
                        field -> labels.put(field.name(), Wording.of("表二 %s", field.label()))));
    labels.put("problems", heading("problems"));
    labels.put("otherMatters", heading("otherMatters"));
    figures.forEach(figure -> labels.put(figure(figure), figure.label()));
    labels.put(SIGNED_BY, Wording.of("落款（机关名称）"));
    labels.put(SIGNED_ON, Wording.of("成文日期"));
    return labels;
  }

  /**
   * What stands under a report whose organ has the name, until somebody signs it: one too long is
   * shortened by nobody but its editor.
   */
  public static String signer(String organ) {
    return organ.length() > DraftContent.LONGEST_SIGNER ? "" : organ;
  }

  /**
   * A figure of table two.
   *
   * @param name its field
   * @param label what it counts
   * @param amount whether it may have decimals
   */
  public record TableField(String name, String label, boolean amount) {}

  /**
   * Some that belong together.
   *
   * @param label the item of Article 20
   */
  public record TableGroup(String label, List<TableField> fields) {

    /** A defensive copy is kept. */
    public TableGroup {
      fields = List.copyOf(fields);
    }
  }

  /** The figures of table two that are typed: none of a sum. */
  public static List<TableGroup> table(ReportId id) {
    if (id.isRollUp()) {
      return List.of();
    }
    return switch (FormEdition.of(id.year())) {
      case FORM_2021 -> inForce();
      case FORM_2019 -> former();
    };
  }

  private static List<TableGroup> inForce() {
    List<TableField> documents = new ArrayList<>();
    documents.addAll(documents("regulations", Wording.of("规章")));
    documents.addAll(documents("normativeDocuments", Wording.of("行政规范性文件")));
    return List.of(
        new TableGroup(Wording.of("第二十条第（一）项"), documents),
        new TableGroup(
            Wording.of("第二十条第（五）项"),
            List.of(figure("administrativeLicences", Wording.of("行政许可，本年处理决定数量")))),
        new TableGroup(
            Wording.of("第二十条第（六）项"),
            List.of(
                figure("administrativePenalties", Wording.of("行政处罚，本年处理决定数量")),
                figure("administrativeCoercion", Wording.of("行政强制，本年处理决定数量")))),
        new TableGroup(
            Wording.of("第二十条第（八）项"),
            List.of(
                new TableField(
                    "proactive.administrativeFees10kYuan",
                    Wording.of("行政事业性收费，本年收费金额（万元）"),
                    true))));
  }

  private static List<TableField> documents(String kind, String label) {
    return List.of(
        figure(kind + ".issued", Wording.of("%s，本年制发件数", label)),
        figure(kind + ".repealed", Wording.of("%s，本年废止件数", label)),
        figure(kind + ".inForce", Wording.of("%s，现行有效件数", label)));
  }

  private static TableField figure(String name, String label) {
    return new TableField("proactive." + name, label, false);
  }

  private static List<TableGroup> former() {
    List<TableField> documents = new ArrayList<>();
    documents.addAll(formerDocuments("regulations", Wording.of("规章")));
    documents.addAll(formerDocuments("normativeDocuments", Wording.of("规范性文件")));
    List<TableField> licences = new ArrayList<>();
    licences.addAll(decided("administrativeLicences", Wording.of("行政许可")));
    licences.addAll(decided("otherServices", Wording.of("其他对外管理服务事项")));
    List<TableField> penalties = new ArrayList<>();
    penalties.addAll(decided("administrativePenalties", Wording.of("行政处罚")));
    penalties.addAll(decided("administrativeCoercion", Wording.of("行政强制")));
    return List.of(
        new TableGroup(Wording.of("第二十条第（一）项"), documents),
        new TableGroup(Wording.of("第二十条第（五）项"), licences),
        new TableGroup(Wording.of("第二十条第（六）项"), penalties),
        new TableGroup(
            Wording.of("第二十条第（八）项"), managed("administrativeFees", Wording.of("行政事业性收费"))),
        new TableGroup(
            Wording.of("第二十条第（九）项"),
            List.of(
                formerFigure("procurement.projects", Wording.of("政府集中采购，采购项目数量")),
                new TableField(
                    "formerProactive.procurement.amount", Wording.of("政府集中采购，采购总金额"), true))));
  }

  private static List<TableField> formerDocuments(String kind, String label) {
    return List.of(
        formerFigure(kind + ".made", Wording.of("%s，本年新制作数量", label)),
        formerFigure(kind + ".published", Wording.of("%s，本年新公开数量", label)),
        formerFigure(kind + ".publishedInAll", Wording.of("%s，对外公开总数量", label)));
  }

  private static List<TableField> managed(String kind, String label) {
    return List.of(
        formerFigure(kind + ".lastYear", Wording.of("%s，上一年项目数量", label)),
        formerFigure(kind + ".change", Wording.of("%s，本年增/减", label)));
  }

  private static List<TableField> decided(String kind, String label) {
    List<TableField> fields = new ArrayList<>(managed(kind, label));
    fields.add(formerFigure(kind + ".decisions", Wording.of("%s，处理决定数量", label)));
    return fields;
  }

  private static TableField formerFigure(String name, String label) {
    return new TableField("formerProactive." + name, label, false);
  }

  /** The field of a named figure's value. */
  public static String figure(NamedFigure figure) {
    return "figures." + figure.name();
  }

  /** What stands in each field. */
  public static Map<String, String> values(DraftContent content) {
    Map<String, String> values = new LinkedHashMap<>();
    values.putAll(texts(content));
    values.put(SIGNED_BY, content.signedBy());
    values.put(SIGNED_ON, content.signedOn().map(LocalDate::toString).orElse(""));
    values.putAll(figures(content.proactive()));
    content.figures().forEach(figure -> put(figure(figure), figure.value(), values));
    return values;
  }

  /** The texts alone, a paragraph a line. */
  public static Map<String, String> texts(DraftContent content) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("lead", String.join("\n", content.lead()));
    values.put("overview", String.join("\n", content.overview()));
    values.put("problems", String.join("\n", content.problems()));
    values.put("otherMatters", String.join("\n", content.otherMatters()));
    return values;
  }

  private static Map<String, String> figures(ProactiveFigures table) {
    Map<String, String> values = new LinkedHashMap<>();
    Optional<FormerProactive> former = table.former();
    if (former.isPresent()) {
      former(former.get(), values);
      return values;
    }
    documents("regulations", table.regulations(), values);
    documents("normativeDocuments", table.normativeDocuments(), values);
    put("proactive.administrativeLicences", table.administrativeLicences(), values);
    put("proactive.administrativePenalties", table.administrativePenalties(), values);
    put("proactive.administrativeCoercion", table.administrativeCoercion(), values);
    put("proactive.administrativeFees10kYuan", table.administrativeFees10kYuan(), values);
    return values;
  }

  private static void documents(
      String kind, DocumentFigures documents, Map<String, String> values) {
    put("proactive." + kind + ".issued", documents.issued(), values);
    put("proactive." + kind + ".repealed", documents.repealed(), values);
    put("proactive." + kind + ".inForce", documents.inForce(), values);
  }

  private static void former(FormerProactive table, Map<String, String> values) {
    former("regulations", table.regulations(), values);
    former("normativeDocuments", table.normativeDocuments(), values);
    former("administrativeLicences", table.administrativeLicences(), values);
    former("otherServices", table.otherServices(), values);
    former("administrativePenalties", table.administrativePenalties(), values);
    former("administrativeCoercion", table.administrativeCoercion(), values);
    put(
        "formerProactive.administrativeFees.lastYear",
        table.administrativeFees().lastYear(),
        values);
    put("formerProactive.administrativeFees.change", table.administrativeFees().change(), values);
    put("formerProactive.procurement.projects", table.procurement().projects(), values);
    put("formerProactive.procurement.amount", table.procurement().amount(), values);
  }

  private static void former(String kind, IssuedDocuments documents, Map<String, String> values) {
    put("formerProactive." + kind + ".made", documents.made(), values);
    put("formerProactive." + kind + ".published", documents.published(), values);
    put("formerProactive." + kind + ".publishedInAll", documents.publishedInAll(), values);
  }

  private static void former(String kind, DecidedItems items, Map<String, String> values) {
    put("formerProactive." + kind + ".lastYear", items.lastYear(), values);
    put("formerProactive." + kind + ".change", items.change(), values);
    put("formerProactive." + kind + ".decisions", items.decisions(), values);
  }

  private static void put(String name, Optional<?> figure, Map<String, String> values) {
    values.put(name, typed(figure));
  }

  static String typed(Optional<?> figure) {
    return figure
        .map(
            known -> known instanceof BigDecimal amount ? amount.toPlainString() : known.toString())
        .orElse("");
  }
}
