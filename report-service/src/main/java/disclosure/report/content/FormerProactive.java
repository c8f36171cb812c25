package disclosure.report.content;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Table two in the edition of 2019 (Regulation, Article 20 items 1, 5, 6, 8 and 9). A figure that
 * isn't entered yet is empty, and never zero.
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

  /** Nothing is entered yet. */
  public static final FormerProactive EMPTY =
      new FormerProactive(
          IssuedDocuments.EMPTY,
          IssuedDocuments.EMPTY,
          DecidedItems.EMPTY,
          DecidedItems.EMPTY,
          DecidedItems.EMPTY,
          DecidedItems.EMPTY,
          ManagedItems.EMPTY,
          Procurement.EMPTY);

  /** The fields by their names in the API, in the order of the form. */
  static final List<String> FIELDS =
      Stream.concat(
              Stream.of("regulations", "normativeDocuments")
                  .flatMap(kind -> of(kind, "made", "published", "publishedInAll")),
              Stream.concat(
                  Stream.of(
                          "administrativeLicences",
                          "otherServices",
                          "administrativePenalties",
                          "administrativeCoercion")
                      .flatMap(kind -> of(kind, "lastYear", "change", "decisions")),
                  Stream.concat(
                      of("administrativeFees", "lastYear", "change"),
                      of("procurement", "projects", "amount"))))
          .toList();

  private static Stream<String> of(String kind, String... figures) {
    return Stream.of(figures).map(figure -> "formerProactive." + kind + "." + figure);
  }

  /**
   * Documents of one kind.
   *
   * @param made 本年新制作数量
   * @param published 本年新公开数量
   * @param publishedInAll 对外公开总数量
   */
  public record IssuedDocuments(
      Optional<Long> made, Optional<Long> published, Optional<Long> publishedInAll) {

    /** Nothing is entered yet. */
    public static final IssuedDocuments EMPTY =
        new IssuedDocuments(Optional.empty(), Optional.empty(), Optional.empty());

    /** All are entered. */
    public IssuedDocuments(long made, long published, long publishedInAll) {
      this(Optional.of(made), Optional.of(published), Optional.of(publishedInAll));
    }

    IssuedDocuments plus(IssuedDocuments other) {
      return new IssuedDocuments(
          Entered.sum(made, other.made),
          Entered.sum(published, other.published),
          Entered.sum(publishedInAll, other.publishedInAll));
    }
  }

  /**
   * Items of one kind.
   *
   * @param lastYear 上一年项目数量
   * @param change 本年增/减; below zero when there are fewer
   */
  public record ManagedItems(Optional<Long> lastYear, Optional<Long> change) {

    /** Nothing is entered yet. */
    public static final ManagedItems EMPTY = new ManagedItems(Optional.empty(), Optional.empty());

    /** All are entered. */
    public ManagedItems(long lastYear, long change) {
      this(Optional.of(lastYear), Optional.of(change));
    }

    ManagedItems plus(ManagedItems other) {
      return new ManagedItems(
          Entered.sum(lastYear, other.lastYear), Entered.sum(change, other.change));
    }
  }

  /**
   * Items on which is decided.
   *
   * @param lastYear 上一年项目数量
   * @param change 本年增/减; below zero when there are fewer
   * @param decisions 处理决定数量
   */
  public record DecidedItems(
      Optional<Long> lastYear, Optional<Long> change, Optional<Long> decisions) {

    /** Nothing is entered yet. */
    public static final DecidedItems EMPTY =
        new DecidedItems(Optional.empty(), Optional.empty(), Optional.empty());

    /** All are entered. */
    public DecidedItems(long lastYear, long change, long decisions) {
      this(Optional.of(lastYear), Optional.of(change), Optional.of(decisions));
    }

    DecidedItems plus(DecidedItems other) {
      return new DecidedItems(
          Entered.sum(lastYear, other.lastYear),
          Entered.sum(change, other.change),
          Entered.sum(decisions, other.decisions));
    }
  }

  /**
   * What was bought together.
   *
   * @param projects 采购项目数量
   * @param amount 采购总金额
   */
  public record Procurement(Optional<Long> projects, Optional<BigDecimal> amount) {

    /** Nothing is entered yet. */
    public static final Procurement EMPTY = new Procurement(Optional.empty(), Optional.empty());

    /** All are entered. */
    public Procurement(long projects, BigDecimal amount) {
      this(Optional.of(projects), Optional.of(amount));
    }

    /** The amount is brought into its shortest plain form, so that equal amounts are equal. */
    public Procurement {
      amount = amount.map(Entered::shortest);
    }

    Procurement plus(Procurement other) {
      return new Procurement(
          Entered.sum(projects, other.projects), Entered.total(amount, other.amount));
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
  public Map<String, Optional<BigDecimal>> figures() {
    Map<String, Optional<BigDecimal>> all = new LinkedHashMap<>();
    add("规章", regulations, all);
    add("规范性文件", normativeDocuments, all);
    add("行政许可", administrativeLicences, all);
    add("其他对外管理服务事项", otherServices, all);
    add("行政处罚", administrativePenalties, all);
    add("行政强制", administrativeCoercion, all);
    add("行政事业性收费", administrativeFees.lastYear(), administrativeFees.change(), all);
    all.put("表二“政府集中采购”采购项目数量", Entered.exact(procurement.projects()));
    all.put("表二“政府集中采购”采购总金额", procurement.amount());
    return all;
  }

  private static void add(
      String kind, IssuedDocuments documents, Map<String, Optional<BigDecimal>> all) {
    all.put("表二“" + kind + "”本年新制作数量", Entered.exact(documents.made()));
    all.put("表二“" + kind + "”本年新公开数量", Entered.exact(documents.published()));
    all.put("表二“" + kind + "”对外公开总数量", Entered.exact(documents.publishedInAll()));
  }

  private static void add(String kind, DecidedItems items, Map<String, Optional<BigDecimal>> all) {
    add(kind, items.lastYear(), items.change(), all);
    all.put("表二“" + kind + "”处理决定数量", Entered.exact(items.decisions()));
  }

  private static void add(
      String kind,
      Optional<Long> lastYear,
      Optional<Long> change,
      Map<String, Optional<BigDecimal>> all) {
    all.put("表二“" + kind + "”上一年项目数量", Entered.exact(lastYear));
    all.put("表二“" + kind + "”本年增/减", Entered.exact(change));
  }
}
