package disclosure.report.examined.carried;

import disclosure.report.examined.carried.CarriedOver.Carried;
import disclosure.report.text.word.Simplified;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which of some reports are the same organ's, as far as their names tell: a report bears no code. A
 * province has many a 城关镇人民政府, and any number of them may be among the files.
 */
final class SameOrgans {

  /**
   * A name that says where its organ is; 市场监督管理局, 城市管理局 and 县市… don't. Districts of one name are in
   * several cities.
   */
  private static final Pattern WITH_REGION =
      Pattern.compile(
          "(?!县市|省市|本|各).*?[^城都](?:省|自治区|市|县|州|盟|旗)" + "(?!场|容|政(?!府|务|协)|民(?!政|族|宗|委)).+");

  private static final Pattern YEAR = Pattern.compile("20\\d\\d年?度?");

  /** Of each name, whether all reports with it are one organ's. */
  private final Map<String, Boolean> oneOrgans;

  private SameOrgans(Map<String, Boolean> oneOrgans) {
    this.oneOrgans = oneOrgans;
  }

  static SameOrgans among(List<Carried> reports) {
    Map<String, List<Carried>> byName =
        reports.stream().collect(Collectors.groupingBy(one -> name(one.organName())));
    Map<String, Boolean> oneOrgans = new HashMap<>();
    byName.forEach((name, some) -> oneOrgans.put(name, hasRegion(name) || !mayBeSeveral(some)));
    return new SameOrgans(oneOrgans);
  }

  /** What the reports of one organ have in common; empty where it can't be told whose one is. */
  Optional<String> of(Carried report) {
    String name = name(report.organName());
    String whole = whole(report);
    if (oneOrgans.get(name)) {
      return Optional.of(name);
    }
    return hasRegion(whole) ? Optional.of(whole) : Optional.empty();
  }

  /** Signed from several places, in several folders, or on one year with several figures. */
  private static boolean mayBeSeveral(List<Carried> reports) {
    Set<String> places = new HashSet<>();
    Set<String> folders = new HashSet<>();
    Map<Integer, Carried> years = new HashMap<>();
    for (Carried one : reports) {
      if (hasRegion(whole(one))) {
        places.add(whole(one));
      }
      folders.add(folder(one.file()));
      Carried other = years.putIfAbsent(one.year(), one);
      if (other != null && !(other.in().equals(one.in()) && other.out().equals(one.out()))) {
        return true;
      }
    }
    return places.size() > 1 || folders.size() > 1;
  }

  /** Where a file lies in its archive, whatever the year: 甲县/2023/ and 甲县/2024/ are one place. */
  private static String folder(String file) {
    int end = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
    return YEAR.matcher(file.substring(0, end + 1)).replaceAll("");
  }

  /** With the region that stands before it where it is signed. */
  private static String whole(Carried report) {
    String name = name(report.organName());
    String signed = name(report.signedBy());
    return signed.endsWith(name) ? signed : name;
  }

  private static boolean hasRegion(String name) {
    return WITH_REGION.matcher(name).matches();
  }

  private static String name(String written) {
    return Simplified.of(written);
  }
}
