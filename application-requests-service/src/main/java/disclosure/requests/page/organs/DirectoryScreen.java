package disclosure.requests.page.organs;

import disclosure.edge.Fault;
import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Wording;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.organ.OrganDirectory.Node;
import disclosure.requests.organ.OrganNames.Named;
import disclosure.requests.organ.OrganView;
import disclosure.requests.page.administration.Menu;
import disclosure.requests.page.administration.Part;
import disclosure.requests.page.form.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The directory on a day, or those of it that have a name.
 *
 * @param fields by which it is chosen
 * @param errors what is wrong in them
 * @param title what is listed
 * @param line the way down to the organ whose part of the tree is shown; empty for all of it
 * @param rows an organ each, a tree depth first
 * @param note what isn't shown; empty for nothing
 * @param all where all of the tree is; empty where it is shown
 */
public record DirectoryScreen(
    Menu menu,
    List<Field> fields,
    Errors errors,
    String title,
    List<Step> line,
    List<Row> rows,
    String note,
    String all) {

  static final String DAY = "on";
  static final String NAME = "name";
  static final String TOP = "top";

  /** More organs than one looks through. */
  static final int MOST = 500;

  private static final int LONGEST_NAME = 200;
  private static final int DEEPEST_SHOWN = 5;

  /** An organ on the way down; the last has no address. */
  public record Step(String name, String address) {}

  /**
   * One organ.
   *
   * @param depth the class of how far below the others it stands; empty for not at all
   * @param below where what stands below it is shown alone; empty where nothing does
   */
  public record Row(
      String address,
      String name,
      String code,
      String kind,
      String depth,
      String term,
      String below) {

    static Row of(Node node, LocalDate day) {
      return new Row(
          OrganWords.address(node.code()),
          node.name(),
          node.code().value(),
          Words.of(node.kind()),
          node.depth() == 0 ? "" : "depth" + Math.min(node.depth(), DEEPEST_SHOWN),
          OrganWords.term(node.validFrom(), node.validTo()),
          node.isAbove() ? OrganWords.below(node.code(), day) : "");
    }

    static Row of(OrganView organ) {
      return new Row(
          OrganWords.address(organ.organCode()),
          organ.name(),
          organ.organCode().value(),
          Words.of(organ.kind()),
          "",
          OrganWords.term(organ.validFrom(), organ.validTo()),
          "");
    }
  }

  /** Defensive copies are kept. */
  public DirectoryScreen {
    fields = List.copyOf(fields);
    line = List.copyOf(line);
    rows = List.copyOf(rows);
  }

  /**
   * What stands below an organ, or all of the directory.
   *
   * @param isWhole whether what is below those that are listed is listed, too
   */
  static DirectoryScreen tree(
      Menu menu,
      Map<String, String> filled,
      LocalDate day,
      List<Named> line,
      List<Node> nodes,
      boolean isWhole) {
    List<Node> shown = nodes.subList(0, Math.min(nodes.size(), MOST));
    String title =
        line.isEmpty()
            ? Wording.of("行政机关名录（%s）", ChineseDates.of(day))
            : Wording.of("%s的下级机关（%s）", line.get(line.size() - 1).name(), ChineseDates.of(day));
    String note =
        (isWhole ? "" : Wording.of("机关较多，下面只列出最上一级，点“下级”逐级查看，或者按名称查找。"))
            + (nodes.size() > MOST ? Wording.of("同级机关超过%s个，其余的请按名称查找。", MOST) : "");
    return new DirectoryScreen(
        menu,
        fields(filled, day, List.of()),
        Errors.NONE,
        title,
        steps(line, day),
        shown.stream().map(node -> Row.of(node, day)).toList(),
        note,
        line.isEmpty() ? "" : all(day));
  }

  /** Those that have the name. */
  static DirectoryScreen found(
      Menu menu, Map<String, String> filled, LocalDate day, List<OrganView> organs) {
    return new DirectoryScreen(
        menu,
        fields(filled, day, List.of()),
        Errors.NONE,
        Wording.of("按名称查找的结果（%s）", ChineseDates.of(day)),
        List.of(),
        organs.stream().limit(MOST).map(Row::of).toList(),
        organs.size() > MOST ? Wording.of("符合的机关超过%s个，其余的请写得更完整一些再查找。", MOST) : "",
        all(day));
  }

  /** What can't be looked for. */
  static DirectoryScreen wrong(
      Menu menu, Map<String, String> filled, LocalDate today, List<Fault> faults) {
    List<Field> fields = fields(filled, today, Words.inWords(faults));
    return new DirectoryScreen(
        menu,
        fields,
        Errors.of(fields, Words.inWords(faults)),
        Wording.of("行政机关名录"),
        List.of(),
        List.of(),
        "",
        "");
  }

  private static String all(LocalDate day) {
    return Part.ORGANS.address() + "?on=" + day;
  }

  private static List<Step> steps(List<Named> line, LocalDate day) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      OrganCode organ = line.get(i).code();
      steps.add(
          new Step(line.get(i).name(), i < line.size() - 1 ? OrganWords.below(organ, day) : ""));
    }
    return steps;
  }

  private static List<Field> fields(Map<String, String> filled, LocalDate day, List<Fault> faults) {
    return List.of(
        Field.of(
                Field.Kind.DAY,
                DAY,
                Wording.of("日期"),
                Optional.ofNullable(filled.get(DAY)).orElse(day.toString()))
            .hinting(Wording.of("名录在这一天的样子"))
            .like(Wording.of("如2026-03-02"))
            .wrong(Errors.at(DAY, faults)),
        Field.of(Field.Kind.LINE, NAME, Wording.of("机关名称"), filled.getOrDefault(NAME, ""))
            .hinting(Wording.of("其中的几个字；留空时列出整个名录"))
            .atMost(LONGEST_NAME)
            .wrong(Errors.at(NAME, faults)));
  }
}
