package disclosure.statistics.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.Expected;
import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.matrix.KnownStates;
import disclosure.statistics.matrix.Question;
import disclosure.statistics.organ.OrganTree;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The organs in a scope, by one of their figures, the highest first. Organs with equal figures
 * share a place and stand in the order of their codes; those without the figure stand last, without
 * one. What has ended is counted with its successor, as in that one's own table: all of them
 * together have what the scope has.
 *
 * @param by the figure
 * @param items the first ones
 */
public record Ranking(By by, List<Item> items) {

  private static final Text POPULATION =
      new Text("范围内的行政机关（含本期没有申请的）", "Organs in the scope, also those without an application");
  private static final int MAX_ITEMS = 1000;
  private static final int DEFAULT = 20;

  /** What organs are ranked by. */
  public enum By {
    NEWLY_RECEIVED,
    CONCLUDED,
    CARRIED_OUT,
    LATE,
    LATE_PERCENT,
    MEDIAN_WORKING_DAYS;

    /** The word for the first figure before it was called as in the form. */
    private static final String FORMERLY_RECEIVED = "RECEIVED";

    /**
     * @throws Refusal 400 when there is no such figure
     */
    static By named(Optional<String> name) {
      String wanted =
          name.filter(given -> !given.equals(FORMERLY_RECEIVED)).orElse(NEWLY_RECEIVED.name());
      return Arrays.stream(values())
          .filter(by -> by.name().equals(wanted))
          .findFirst()
          .orElseThrow(
              () -> Refusal.invalid(InputFault.NOT_ONE_OF.at("by", Expected.oneOf(values()))));
    }

    Optional<BigDecimal> of(Item item) {
      return switch (this) {
        case NEWLY_RECEIVED -> Optional.of(BigDecimal.valueOf(item.received()));
        case CONCLUDED -> Optional.of(BigDecimal.valueOf(item.concluded()));
        case CARRIED_OUT -> Optional.of(BigDecimal.valueOf(item.carriedOut()));
        case LATE -> Optional.of(BigDecimal.valueOf(item.late()));
        case LATE_PERCENT -> item.latePercent();
        case MEDIAN_WORKING_DAYS -> item.medianWorkingDays();
      };
    }
  }

  /**
   * One organ with those that were merged into it, without those below it.
   *
   * @param rank from 1; absent when the organ doesn't have the figure
   * @param timed of its concluded ones, those of which the due date is told: the population of the
   *     three below
   * @param latePercent of the timed ones, to one decimal; absent when there are none
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "RankedOrgan")
  public record Item(
      Optional<Integer> rank,
      OrganCode organ,
      String organName,
      long received,
      long concluded,
      long carriedOut,
      long timed,
      long late,
      Optional<BigDecimal> latePercent,
      Optional<BigDecimal> medianWorkingDays) {

    Item at(Optional<Integer> place) {
      return new Item(
          place,
          organ,
          organName,
          received,
          concluded,
          carriedOut,
          timed,
          late,
          latePercent,
          medianWorkingDays);
    }
  }

  /**
   * @throws Refusal 400 when it is no number from 1 to 1000
   */
  static int limit(Optional<String> text) {
    int limit = text.filter(given -> given.matches("\\d{1,4}")).map(Integer::parseInt).orElse(0);
    if (text.isEmpty()) {
      return DEFAULT;
    }
    if (limit < 1 || limit > MAX_ITEMS) {
      throw Refusal.invalid(
          InputFault.INTEGER_OUT_OF_RANGE.at("limit", Expected.between(1, MAX_ITEMS)));
    }
    return limit;
  }

  /** The figures of a year before by the organs' codes, of those that were asked. */
  static Map<String, Item> before(
      Connection connection, OrganTree tree, List<String> organs, Question question)
      throws SQLException {
    SortedMap<String, List<String>> own = new TreeMap<>();
    organs.forEach(code -> own.put(code, tree.own(code, question.placedOn(), Set.of())));
    Map<String, Item> before = new HashMap<>();
    items(connection, tree, own, question).forEach(item -> before.put(item.organ().value(), item));
    return before;
  }

  static Counted<Ranking> read(
      Connection connection,
      OrganTree tree,
      SortedMap<String, List<String>> organs,
      Question question,
      By by,
      int limit)
      throws SQLException {
    List<Item> items = items(connection, tree, organs, question);
    items.sort(
        Comparator.comparing((Item item) -> by.of(item).isEmpty())
            .thenComparing(item -> by.of(item).orElse(BigDecimal.ZERO), Comparator.reverseOrder())
            .thenComparing(item -> item.organ().value()));
    List<Item> ranked = new ArrayList<>();
    Optional<BigDecimal> last = Optional.empty();
    int place = 0;
    for (Item item : items.subList(0, Math.min(limit, items.size()))) {
      Optional<BigDecimal> figure = by.of(item);
      if (last.isEmpty() || figure.isEmpty() || figure.get().compareTo(last.get()) != 0) {
        place = ranked.size() + 1;
      }
      last = figure;
      int current = place;
      ranked.add(item.at(figure.map(known -> current)));
    }
    return new Counted<>(POPULATION, organs.size(), new Ranking(by, List.copyOf(ranked)));
  }

  private static List<Item> items(
      Connection connection,
      OrganTree tree,
      SortedMap<String, List<String>> organs,
      Question question)
      throws SQLException {
    List<String> counted = new ArrayList<>();
    List<String> countedWith = new ArrayList<>();
    organs.forEach(
        (code, own) ->
            own.forEach(
                one -> {
                  counted.add(one);
                  countedWith.add(code);
                }));
    return new ArrayList<>(
        KnownStates.select(
                connection,
                counted,
                question,
                """
                , period (first_day, last_day) AS (SELECT :from::date, :to::date)
                , place (organ_code, listed_code) AS (
                  SELECT * FROM unnest(:organs::text[], :countedWith::text[])
                ), counted AS (
                  SELECT listed_code,
                         count(*) FILTER (WHERE received_on >= first_day) AS received,
                         count(*) FILTER (WHERE concluded_on <= last_day) AS concluded,
                         count(*) FILTER (WHERE (concluded_on <= last_day) IS NOT TRUE)
                           AS carried_out,
                         count(working_days) FILTER (WHERE concluded_on <= last_day) AS timed,
                         count(*) FILTER (
                           WHERE concluded_on <= last_day AND concluded_on > answer_due_on)
                           AS late,
                         (percentile_cont(0.5) WITHIN GROUP (ORDER BY working_days)
                           FILTER (WHERE concluded_on <= last_day))::numeric(9, 1) AS median
                  FROM known JOIN place USING (organ_code) CROSS JOIN period
                  WHERE received_on <= last_day
                    AND (concluded_on IS NULL OR concluded_on >= first_day)
                  GROUP BY listed_code
                )
                SELECT listed_code, coalesce(received, 0) AS received,
                       coalesce(concluded, 0) AS concluded,
                       coalesce(carried_out, 0) AS carried_out, coalesce(timed, 0) AS timed,
                       coalesce(late, 0) AS late,
                       (100.0 * late / nullif(timed, 0))::numeric(9, 1) AS late_percent, median
                FROM unnest(:listed::text[]) AS organ (listed_code)
                LEFT JOIN counted USING (listed_code)
                """)
            .array("countedWith", "text", countedWith)
            .array("listed", "text", List.copyOf(organs.keySet()))
            .with("from", question.period().from())
            .with("to", question.period().to())
            .rows(row -> item(row, tree, question)));
  }

  private static Item item(ResultSet row, OrganTree tree, Question question) throws SQLException {
    String code = row.getString("listed_code");
    return new Item(
        Optional.empty(),
        new OrganCode(code),
        tree.find(code).map(organ -> organ.nameOn(question.period().to())).orElse(code),
        row.getLong("received"),
        row.getLong("concluded"),
        row.getLong("carried_out"),
        row.getLong("timed"),
        row.getLong("late"),
        Optional.ofNullable(row.getBigDecimal("late_percent")),
        Optional.ofNullable(row.getBigDecimal("median")));
  }
}
