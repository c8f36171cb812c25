package disclosure.report.content;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Table two in the edition of 2019 (Regulation, Article 20 items 1, 5, 6, 8 and 9).
 *
 * @param regulations 规章
 * @param normativeDocuments 规范性文件
 * @param administrativeLicences 行政许可
 * @param otherServices 其他对外管理服务事项
 * @param administrativePenalties 行政处罚
 * @param administrativeCoercion 行政强制
 * @param administrativeFees 行政事业性收费
 * @param procurement 政府集中采购
 */
public record FormerProactive(
    IssuedDocuments regulations,
    IssuedDocuments normativeDocuments,
    DecidedItems administrativeLicences,
    DecidedItems otherServices,
    DecidedItems administrativePenalties,
    DecidedItems administrativeCoercion,
    ManagedItems administrativeFees,
    Procurement procurement) {

  /**
   * Documents of one kind.
   *
   * @param made 本年新制作数量
   * @param published 本年新公开数量
   * @param publishedInAll 对外公开总数量
   */
  public record IssuedDocuments(long made, long published, long publishedInAll) {

    IssuedDocuments plus(IssuedDocuments other) {
      return new IssuedDocuments(
          made + other.made, published + other.published, publishedInAll + other.publishedInAll);
    }
  }

  /**
   * Items of one kind.
   *
   * @param lastYear 上一年项目数量
   * @param change 本年增/减; below zero when there are fewer
   */
  public record ManagedItems(long lastYear, long change) {

    ManagedItems plus(ManagedItems other) {
      return new ManagedItems(lastYear + other.lastYear, change + other.change);
    }
  }

  /**
   * Items on which is decided.
   *
   * @param lastYear 上一年项目数量
   * @param change 本年增/减; below zero when there are fewer
   * @param decisions 处理决定数量
   */
  public record DecidedItems(long lastYear, long change, long decisions) {

    DecidedItems plus(DecidedItems other) {
      return new DecidedItems(
          lastYear + other.lastYear, change + other.change, decisions + other.decisions);
    }
  }

  /**
   * What was bought together.
   *
   * @param projects 采购项目数量
   * @param amount 采购总金额
   */
  public record Procurement(long projects, BigDecimal amount) {

    /** The amount is brought into its shortest plain form, so that equal amounts are equal. */
    public Procurement {
      BigDecimal shortest = amount.stripTrailingZeros();
      amount = shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    Procurement plus(Procurement other) {
      return new Procurement(projects + other.projects, amount.add(other.amount));
    }
  }

  /** Figure by figure. */
  public FormerProactive plus(FormerProactive other) {
    return new FormerProactive(
        regulations.plus(other.regulations),
        normativeDocuments.plus(other.normativeDocuments),
        administrativeLicences.plus(other.administrativeLicences),
        otherServices.plus(other.otherServices),
        administrativePenalties.plus(other.administrativePenalties),
        administrativeCoercion.plus(other.administrativeCoercion),
        administrativeFees.plus(other.administrativeFees),
        procurement.plus(other.procurement));
  }

  /** Every figure by where it stands, in the order of the form. */
  public Map<String, BigDecimal> figures() {
    Map<String, BigDecimal> all = new LinkedHashMap<>();
    add("规章", regulations, all);
    add("规范性文件", normativeDocuments, all);
    add("行政许可", administrativeLicences, all);
    add("其他对外管理服务事项", otherServices, all);
    add("行政处罚", administrativePenalties, all);
    add("行政强制", administrativeCoercion, all);
    add("行政事业性收费", administrativeFees.lastYear(), administrativeFees.change(), all);
    all.put("表二“政府集中采购”采购项目数量", BigDecimal.valueOf(procurement.projects()));
    all.put("表二“政府集中采购”采购总金额", procurement.amount());
    return all;
  }

  private static void add(String kind, IssuedDocuments documents, Map<String, BigDecimal> all) {
    all.put("表二“" + kind + "”本年新制作数量", BigDecimal.valueOf(documents.made()));
    all.put("表二“" + kind + "”本年新公开数量", BigDecimal.valueOf(documents.published()));
    all.put("表二“" + kind + "”对外公开总数量", BigDecimal.valueOf(documents.publishedInAll()));
  }

  private static void add(String kind, DecidedItems items, Map<String, BigDecimal> all) {
    add(kind, items.lastYear(), items.change(), all);
    all.put("表二“" + kind + "”处理决定数量", BigDecimal.valueOf(items.decisions()));
  }

  private static void add(String kind, long lastYear, long change, Map<String, BigDecimal> all) {
    all.put("表二“" + kind + "”上一年项目数量", BigDecimal.valueOf(lastYear));
    all.put("表二“" + kind + "”本年增/减", BigDecimal.valueOf(change));
  }
}
