package disclosure.report.examination.figure;

import java.util.List;
import java.util.Optional;

/** The rows of the tables of section two, in both editions of the form. */
public enum ProactiveRow {
  /** 规章. */
  REGULATIONS("规章", "规章"),
  /** 行政规范性文件. */
  NORMATIVE_DOCUMENTS("行政规范性文件", "规范性文件"),
  /** 行政许可. */
  LICENCES("行政许可", "行政许可"),
  /** 其他对外管理服务事项; in the form of 2019 alone. */
  OTHER_SERVICES(null, "其他对外管理服务事项"),
  /** 行政处罚. */
  PENALTIES("行政处罚", "行政处罚"),
  /** 行政强制. */
  COERCION("行政强制", "行政强制"),
  /** 行政事业性收费. */
  FEES("行政事业性收费", "行政事业性收费"),
  /** 政府集中采购; in the form of 2019 alone. */
  PROCUREMENT(null, "政府集中采购");

  private static final List<String> DOCUMENTS = List.of("本年制发件数", "本年废止件数", "现行有效件数");
  private static final List<String> FORMER_DOCUMENTS = List.of("本年新制作数量", "本年新公开数量", "对外公开总数量");
  private static final List<String> DECISIONS = List.of("本年处理决定数量");
  private static final List<String> FORMER_ITEMS = List.of("上一年项目数量", "本年增/减", "处理决定数量");

  private final Optional<String> label;
  private final String formerLabel;

  ProactiveRow(String label, String formerLabel) {
    this.label = Optional.ofNullable(label);
    this.formerLabel = formerLabel;
  }

  /** The row's label in that edition; empty when the edition has no such row. */
  public Optional<String> label(Edition edition) {
    return switch (edition) {
      case FORM_2021 -> label;
      case FORM_2019 -> Optional.of(formerLabel);
    };
  }

  /** The headings of the row's columns in that edition; none when it has no such row. */
  public List<String> headings(Edition edition) {
    return switch (edition) {
      case FORM_2021 ->
          switch (this) {
            case REGULATIONS, NORMATIVE_DOCUMENTS -> DOCUMENTS;
            case LICENCES, PENALTIES, COERCION -> DECISIONS;
            case FEES -> List.of("本年收费金额");
            case OTHER_SERVICES, PROCUREMENT -> List.of();
          };
      case FORM_2019 ->
          switch (this) {
            case REGULATIONS, NORMATIVE_DOCUMENTS -> FORMER_DOCUMENTS;
            case LICENCES, OTHER_SERVICES, PENALTIES, COERCION -> FORMER_ITEMS;
            case FEES -> FORMER_ITEMS.subList(0, 2);
            case PROCUREMENT -> List.of("采购项目数量", "采购总金额");
          };
    };
  }
}
