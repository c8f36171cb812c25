package disclosure.requests.ledger.reading;

import disclosure.requests.ledger.sheet.Line;
import disclosure.requests.ledger.words.Column;
import disclosure.requests.ledger.words.Days;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rows that are there for the reader and are no applications: sums, notes, months.
 *
 * @param sheet the sheet's name
 * @param row its number; 0 for the whole sheet
 * @param reason why it is passed over, in Chinese
 */
public record Skipped(String sheet, int row, String reason) {

  private static final Pattern SUM =
      Pattern.compile(
          "(截[至止].{0,12}|第?[本全当上下前]?[\\d一二三四五六七八九十半—–~至到-]{0,9}个?[年月季周]?[度份]?[底末]?)?"
              + "(合计|小计|总计|累计|共计|总数|汇总)(.{0,20})?");
  private static final Pattern NOTE =
      Pattern.compile(
          "(?s)(备?注|说明|填表说明|附注|填[表报]人?|制表人?|审核人?|复核|(单位)?负责人|统计人|联系人|统计人?|复核人|经办人|分管领导|(填[报表]|制表|统计)(单位|日期|时间))[:：].*");

  /** Who signs a sheet, in a cell of its own. */
  private static final Pattern SIGNED =
      Pattern.compile(
          "(填[表报]人|制表人?|审核人?|复核人?|经办人|(单位|部门)?负责人|分管领导|统计人?|联系人|填报单位|(填报|填表|制表|统计)(日期|时间))(签[字名])?"
              + "([(（](签[字名]|盖?公?章)[)）])?");

  /** A turn that is given back would take a call of its own, and a cell has up to a million. */
  private static final Pattern NONE =
      Pattern.compile(
          "[(（]?(\\d{4}年)?([本当上][年月季]度?|\\d{1,2}月份?|第?[一二三四]季度)?(暂?无|没有|未收到|未接到|零)"
              + "(收到|新增)?(政府信息公开|依申请公开|信息公开)*+(的)?(申请|件|事项|情况|数据|业务)*+[)）]?[。.]?");

  /** 一、上年结转（3件）, 二、本年新收. */
  private static final Pattern PART =
      Pattern.compile(
          "[(（]?[一二三四五六七八九十\\d]{0,3}[)）]?[、.．]?(上一?年度?末?|本年度?|当年度?|20\\d{2}年度?)(未办结)?"
              + "(结转|转入|遗留|新收|新增|收到|受理)(?![至到下次明]).{0,20}");

  private static final String MONTH_HEADING = "月份标题行";
  private static final String PART_HEADING = "分段标题行";

  private static final Pattern MONTH =
      Pattern.compile("(\\d{4}年)?度?([\\d一二三四五六七八九十]{1,3}月份?|第?[一二三四1-4]季度|[上下]半年|\\d{4}年度?)");

  /** Why a line below the headings is no application; empty when it is one. */
  static Optional<Skipped> of(Layout layout, Line line) {
    boolean dated =
        layout.place(Column.RECEIVED_ON).map(line::cell).filter(Skipped::isDay).isPresent();
    String first =
        line.cells().stream().map(String::strip).filter(Skipped::isText).findFirst().orElse("");
    String close = first.replaceAll("[\\s\u3000]", "");
    if (layout.isRepeatedBy(line)) {
      return Optional.of(new Skipped(layout.sheet(), line.number(), "重复的表头"));
    }
    if (SIGNED.matcher(close).matches() && !(dated && isFilled(layout, line))) {
      return Optional.of(new Skipped(layout.sheet(), line.number(), "签署行"));
    }
    if (dated) {
      return Optional.empty();
    }
    if (SUM.matcher(close).matches()) {
      return Optional.of(new Skipped(layout.sheet(), line.number(), "合计行"));
    }
    if (NOTE.matcher(close).matches()) {
      return Optional.of(new Skipped(layout.sheet(), line.number(), "说明行"));
    }
    boolean alone =
        line.cells().stream()
            .map(String::strip)
            .allMatch(cell -> cell.isEmpty() || cell.equals(first));
    if (saysThatThereIsNone(line)) {
      return Optional.of(new Skipped(layout.sheet(), line.number(), "注明没有申请的行"));
    }
    if (alone && PART.matcher(close).matches()) {
      return Optional.of(new Skipped(layout.sheet(), line.number(), PART_HEADING));
    }
    return alone && MONTH.matcher(close).matches()
        ? Optional.of(new Skipped(layout.sheet(), line.number(), MONTH_HEADING))
        : Optional.empty();
  }

  /** Whether it says the months or the year of the rows below it. */
  boolean namesMonth() {
    return reason.equals(MONTH_HEADING);
  }

  /** Whether it says what the rows below it are. */
  boolean headsOthers() {
    return namesMonth() || reason.equals(PART_HEADING);
  }

  /** Whether most of what every application has stands there: 审核 may be how far it has got. */
  private static boolean isFilled(Layout layout, Line line) {
    return Stream.of(Column.REFERENCE, Column.RECEIVED_ON, Column.CHANNEL, Column.APPLICANT_TYPE)
            .filter(
                column ->
                    layout.place(column).map(line::cell).filter(Skipped::isText).isPresent()
                        || !layout.ticked(column, line).isEmpty())
            .count()
        >= 3;
  }

  /** 本月无申请, alone or with the number of the line, and with 无 or strokes in the other cells. */
  private static boolean saysThatThereIsNone(Line line) {
    List<String> said =
        line.cells().stream()
            .map(cell -> cell.replaceAll("[\\s\u3000]", ""))
            .filter(Skipped::isText)
            .toList();
    return said.stream().anyMatch(cell -> NONE.matcher(cell).matches())
        && said.stream()
            .allMatch(
                cell ->
                    NONE.matcher(cell).matches()
                        || cell.matches("\\d{1,3}")
                        || !Unread.isSaid(cell));
  }

  static Skipped hidden(String sheet) {
    return new Skipped(sheet, 0, "隐藏的工作表，未读取");
  }

  static Skipped ownExport(String sheet, Line line) {
    return new Skipped(sheet, line.number(), "登记簿自己导出的表，未作改动");
  }

  private static boolean isText(String cell) {
    return !cell.isEmpty();
  }

  private static boolean isDay(String cell) {
    return Days.read(cell, Optional.of(2024)).isPresent();
  }
}
