package disclosure.report;

import disclosure.requests.contract.OrganCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Made-up governments with organs below them, and what each received and handled. */
public final class TestCounties {

  /** A county government with 40 departments and 20 townships below it. */
  public static final String COUNTY = code(90, 0);

  /** A city government with 12 counties of two departments each, and three departments. */
  public static final String CITY = code(91, 0);

  /** A county in which a department was merged into another and one was closed, in 2023. */
  public static final String MERGING_COUNTY = code(92, 0);

  /** The same once more, where the merged department reports on the year itself. */
  public static final String REPORTING_COUNTY = code(93, 0);

  /** The same once more, where another department was merged too, and both report themselves. */
  public static final String TWICE_MERGING_COUNTY = code(94, 0);

  /** The same once more, where an office stays below the merged department. */
  public static final String COUNTY_WITH_OFFICE = code(95, 0);

  /** The same once more, where the merged department reports after its successor. */
  public static final String CORRECTING_COUNTY = code(97, 0);

  /** The same once more, of which no organ writes its report. */
  public static final String SILENT_COUNTY = code(96, 0);

  /**
   * How an organ ended.
   *
   * @param until its last day
   * @param successor the code of the one that it was merged into; empty for none
   */
  public record Ending(LocalDate until, String successor) {}

  /** A department of the county government that was abolished on {@link #ENDED_ON}. */
  public static final Organ ENDED = new Organ(code(90, 99), "甲县原商务局", "DEPARTMENT", COUNTY, 0, 0);

  /** The last day of the abolished department. */
  public static final LocalDate ENDED_ON = LocalDate.of(2021, 8, 31);

  private static final Map<String, Organ> ORGANS = new LinkedHashMap<>();
  private static final Map<String, Ending> ENDINGS = new LinkedHashMap<>();

  static {
    add(COUNTY, "甲县人民政府", "GOVERNMENT", "", 0, 0);
    for (int i = 1; i <= 60; i++) {
      String kind = i <= 40 ? "DEPARTMENT" : "TOWNSHIP";
      add(
          code(90, i),
          (i <= 40 ? "甲县第%d局" : "甲县第%d乡").replace("%d", "" + i),
          kind,
          COUNTY,
          i,
          i % 5);
    }
    add(ReportOrgans.LEFT_COUNTY, "临县某局", "GOVERNMENT", "", 0, 0);
    add(ReportOrgans.BELOW_LEFT, "临县某分局", "DEPARTMENT", ReportOrgans.LEFT_COUNTY, 0, 0);
    add(CITY, "乙市人民政府", "GOVERNMENT", "", 0, 0);
    for (int i = 1; i <= 3; i++) {
      add(code(91, i), "乙市第" + i + "局", "DEPARTMENT", CITY, i, 1);
    }
    for (int county = 1; county <= 12; county++) {
      String government = code(91, 10 * county);
      add(government, "乙市第" + county + "县人民政府", "GOVERNMENT", CITY, 0, 0);
      for (int i = 1; i <= 2; i++) {
        String name = "乙市第" + county + "县第" + i + "局";
        add(code(91, 10 * county + i), name, "DEPARTMENT", government, county + i, county);
      }
    }
  }

  static {
    for (int group : new int[] {92, 93, 94, 95, 96, 97}) {
      add(code(group, 0), group + "县人民政府", "GOVERNMENT", "", 0, 0);
      add(code(group, 1), group + "县市场监管局", "DEPARTMENT", code(group, 0), 5, 2);
      add(code(group, 2), group + "县工商局", "DEPARTMENT", code(group, 0), 3, 1);
      add(code(group, 3), group + "县招商中心", "DEPARTMENT", code(group, 0), 2, 2);
      ENDINGS.put(code(group, 2), new Ending(LocalDate.of(2023, 6, 30), code(group, 1)));
      ENDINGS.put(code(group, 3), new Ending(LocalDate.of(2023, 9, 30), ""));
    }
    add(code(94, 4), "94县质监局", "DEPARTMENT", code(94, 0), 4, 1);
    ENDINGS.put(code(94, 4), new Ending(LocalDate.of(2023, 9, 30), code(94, 1)));
    for (int group : new int[] {95, 96}) {
      add(code(group, 4), group + "县工商所", "OTHER", code(group, 2), 2, 1);
    }
  }

  /** A department that was 临县人民政府办公室 up to 2024. */
  public static final Organ RENAMED = find(code(90, 21));

  private TestCounties() {}

  /** The organ of such a county that goes on, was merged, was closed, or is another one. */
  public static Organ department(String county, int number) {
    return find(code(Integer.parseInt(county.substring(10, 12)), number));
  }

  static Ending ending(String code) {
    return ENDINGS.get(code);
  }

  private static boolean isGone(Organ organ, LocalDate day) {
    return ENDINGS.containsKey(organ.code()) && ENDINGS.get(organ.code()).until().isBefore(day);
  }

  /**
   * An organ.
   *
   * @param received from natural persons, in the year
   * @param disclosed of these, in the year; the others are carried out
   */
  public record Organ(
      String code, String name, String kind, String parent, long received, long disclosed) {}

  /** The organ, when it is one of these. */
  public static Organ find(String code) {
    return code.equals(ENDED.code()) ? ENDED : ORGANS.get(code);
  }

  /** All organs below on a day, in the order of their codes. */
  static List<Organ> under(String top, LocalDate day) {
    return Stream.concat(
            below(top).stream()
                .flatMap(
                    organ -> Stream.concat(Stream.of(organ), under(organ.code(), day).stream()))
                .filter(organ -> !isGone(organ, day)),
            top.equals(COUNTY) && !day.isAfter(ENDED_ON) ? Stream.of(ENDED) : Stream.of())
        .sorted(Comparator.comparing(Organ::code))
        .toList();
  }

  /** The organs directly below on a day. */
  static List<Organ> below(String parent, LocalDate day) {
    return below(parent).stream().filter(organ -> !isGone(organ, day)).toList();
  }

  /** The organs directly below. */
  public static List<Organ> below(String parent) {
    return ORGANS.values().stream().filter(organ -> organ.parent().equals(parent)).toList();
  }

  /** The organ and those that a table over the given scope counts. */
  public static List<Organ> counted(String code, String scope) {
    List<Organ> counted = new ArrayList<>(List.of(find(code)));
    counted.addAll(merged(code));
    for (Organ organ : below(code)) {
      if (ENDINGS.containsKey(organ.code())) {
        counted.addAll(scope.equals("SUBTREE") ? below(organ.code()) : List.of());
        continue;
      }
      if (scope.equals("SUBTREE")) {
        counted.addAll(counted(organ.code(), scope));
      } else if (scope.equals("LEVEL") && organ.kind().equals("DEPARTMENT")) {
        counted.add(organ);
      }
    }
    return counted;
  }

  /** The organs that were merged into one, which none of the tests asks about for earlier years. */
  static List<Organ> merged(String code) {
    return ENDINGS.entrySet().stream()
        .filter(ended -> ended.getValue().successor().equals(code))
        .map(ended -> find(ended.getKey()))
        .toList();
  }

  /** Those below, as the statistics list them: with those that ended. */
  static List<Organ> everCounted(String code) {
    return Stream.concat(
            Stream.of(find(code)),
            below(code).stream().flatMap(organ -> everCounted(organ.code()).stream()))
        .sorted(Comparator.comparing(Organ::code))
        .toList();
  }

  private static void add(
      String code, String name, String kind, String parent, long received, long disclosed) {
    ORGANS.put(code, new Organ(code, name, kind, parent, received, disclosed));
  }

  private static String code(int group, int number) {
    String first17 = String.format(java.util.Locale.ROOT, "1141112403%d%05d", group, number);
    return first17 + OrganCode.checkCharacter(first17);
  }
}
