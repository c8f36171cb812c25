package disclosure.report.text.word;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that an organ goes by: in full, without the places', without any place's, and 政府办公室 for
 * short.
 */
public final class Names {

  private static final String LEVELS = "省市县区旗州盟镇乡";
  private static final String HIGHER_LEVELS = "省市县区旗州盟";

  /** The characters that the name of a place has at least: 石镇. */
  private static final int MIN_NAME = 2;

  /** What stays a name without any place: 水利局, but not 人民政府. */
  private static final Pattern WITHOUT_PLACE =
      Pattern.compile("(?!人民政府|政府).{1,}(?:局|厅|委|委员会|办公室|中心|支队)");

  /** 东岭城市管理局 leaves out what kind of place it is. */
  private static final Pattern PLACED =
      Pattern.compile(
          "(?<before>(?:.*[省市县区旗盟])?)(?<place>[^省市县区旗盟]{2,5})[市县区旗盟]"
              + "(?<office>.{2,}(?:局|厅|委|委员会|办公室|中心|支队))");

  /** What offices are called for short. */
  private static final Map<String, List<String>> SHORT =
      Map.ofEntries(
          Map.entry("城市管理局", List.of("城管局")),
          Map.entry("城市管理委员会", List.of("城管委")),
          Map.entry("发展和改革局", List.of("发改局", "发展改革局")),
          Map.entry("发展和改革委员会", List.of("发改委", "发展改革委")),
          Map.entry("住房和城乡建设局", List.of("住建局", "住房城乡建设局")),
          Map.entry("住房和城乡建设厅", List.of("住建厅", "住房城乡建设厅")),
          Map.entry("住房和城市建设局", List.of("住建局")),
          Map.entry("人力资源和社会保障局", List.of("人社局", "人力社保局", "人力资源社会保障局")),
          Map.entry("人力资源和社会保障厅", List.of("人社厅", "人力社保厅", "人力资源社会保障厅")),
          Map.entry("卫生健康局", List.of("卫健局")),
          Map.entry("卫生健康委员会", List.of("卫健委", "卫生健康委")),
          Map.entry("市场监督管理局", List.of("市场监管局", "市监局")),
          Map.entry("自然资源和规划局", List.of("自规局", "资规局", "自然资源规划局")),
          Map.entry("文化和旅游局", List.of("文旅局")),
          Map.entry("文化和旅游厅", List.of("文旅厅")),
          Map.entry("退役军人事务局", List.of("退役军人局")),
          Map.entry("应急管理局", List.of("应急局")),
          Map.entry("交通运输局", List.of("交通局")),
          Map.entry("农业农村委员会", List.of("农业农村委")),
          Map.entry("教育体育局", List.of("教体局")),
          Map.entry("教育委员会", List.of("教委")),
          Map.entry("行政审批局", List.of("审批局")),
          Map.entry("医疗保障局", List.of("医保局")),
          Map.entry("工业和信息化局", List.of("工信局")),
          Map.entry("住房保障和房产管理局", List.of("房管局")),
          Map.entry("住房保障和房屋管理局", List.of("房管局")),
          Map.entry("工业和信息化厅", List.of("工信厅")));

  /** What the names of offices of taxes begin with; in their texts it is left out. */
  private static final String ABOVE = "国家税务总局";

  private static final Pattern COMMITTEE = Pattern.compile("(?:管理委员会|管委会)$");
  private static final List<String> ZONES = List.of("开发区", "经开区", "高新区", "园区", "管理区", "示范区");

  /** A zone by its long name, and an office of its committee. */
  private static final Pattern ZONE =
      Pattern.compile("(?<kind>高新技术产业|高新技术|新技术|经济技术|经济)开发区(?:管理委员会|管委会)?(?<office>.*)$");

  /** What offices are called whose name says of what kind they are: 街道, 分局. */
  private static final Map<String, Pattern> KINDS =
      Map.of(
          "街道", Pattern.compile(".*街道(?:办事处)?"),
          "镇", Pattern.compile(".*镇(?:人民)?(?:政府)?"),
          "乡", Pattern.compile(".*乡(?:人民)?(?:政府)?"),
          "分局", Pattern.compile(".*分局"),
          "医院", Pattern.compile(".*医院"));

  private static final Pattern BRANCH = Pattern.compile(".*局(?<name>.{2,}分局)");
  private static final Pattern OFFICE =
      Pattern.compile("(?<level>[省市县区旗州盟])(?<office>[^省市县区旗州盟]{3,}?)(?<kind>局|厅|委员会|委)$");
  private static final Pattern GOVERNMENT = Pattern.compile("(?<level>[省市县区旗州盟])(?:人民)?政府$");
  private static final Pattern OF_GOVERNMENT =
      Pattern.compile("(?<level>[省市县区旗州盟])(?:人民)?政府办公[室厅]$");

  /** Characters that stand before what begins a clause or follows a time. */
  private static final String BOUNDS = "。,;:!?()年度来月日底";

  private final Map<String, Sense> names = new HashMap<>();

  /** Those that are another organ's where a place stands before them. */
  private final Set<String> withoutPlace = new HashSet<>();

  /** Those that are the organ's own only where nothing stands right before them. */
  private final Set<String> bounded = new HashSet<>();

  private Optional<Abbreviation> abbreviation = Optional.empty();

  private Names() {}

  /**
   * What an office may be called for short: its level, if anything stands before, some of its
   * name's characters in their order, the first one among them, and its kind. 市住保房管局 for
   * 某市住房保障和房产管理局. Its place may stand before, with or without the level: 江州房管局.
   */
  private record Abbreviation(List<String> places, char level, String office, char kind) {

    private static final int MOST = 9;

    /** How many characters of the text are such a name; zero when none are. */
    int length(NormalText text, int from) {
      for (String place : places) {
        int after = from + place.length();
        if (text.hasAt(place, from)) {
          int office = text.at(after) == level ? after + 1 : after;
          int shorter = withoutLevel(text, office);
          return shorter == 0 ? 0 : shorter + office - from;
        }
      }
      if (text.at(from) == level) {
        int shorter = withoutLevel(text, from + 1);
        return shorter == 0 ? 0 : shorter + 1;
      }
      boolean bounded = from == 0 || BOUNDS.indexOf(text.at(from - 1)) >= 0;
      return bounded ? withoutLevel(text, from) : 0;
    }

    private int withoutLevel(NormalText text, int from) {
      if (text.at(from) != office.charAt(0)) {
        return 0;
      }
      int in = 0;
      for (int at = from; at < from + MOST; at++) {
        if (text.at(at) == kind && at > from + 1) {
          return at + 1 - from;
        }
        in = office.indexOf(text.at(at), in) + 1;
        if (in == 0) {
          return 0;
        }
      }
      return 0;
    }
  }

  public static Names of(String organName) {
    Names names = new Names();
    names.addAll(organName);
    if (organName.startsWith(ABOVE)) {
      names.addAll(organName.substring(ABOVE.length()));
    }
    names.addKinds(organName);
    SHORT.forEach(
        (whole, shorter) -> {
          if (organName.endsWith(whole)) {
            String place = organName.substring(0, organName.length() - whole.length());
            shorter.forEach(name -> names.addAll(place + name));
          }
        });
    names.addPlaces(organName);
    if (COMMITTEE.matcher(organName).find()) {
      names.addCommittee(organName);
    }
    names.addZone(organName);
    return names;
  }

  private void addAll(String organName) {
    add(organName);
    for (int at = 0; at < organName.length() - 1; at++) {
      if (LEVELS.indexOf(organName.charAt(at)) >= 0) {
        add(organName.substring(at));
        add("我" + organName.substring(at));
        addWithoutPlace(organName.substring(at + 1));
      }
    }
    Matcher placed = PLACED.matcher(organName);
    if (placed.matches()) {
      String name = placed.group("place") + placed.group("office");
      add(name);
      add(placed.group("before") + name);
    }
  }

  private void add(String name) {
    String shorter = name.replace("人民政府", "政府");
    names.put(name, Sense.OWN);
    names.put(shorter, Sense.OWN);
    if (shorter.endsWith("政府办公室")) {
      names.put(shorter.substring(0, shorter.length() - 2), Sense.OWN);
    }
  }

  private void addWithoutPlace(String name) {
    if (WITHOUT_PLACE.matcher(name).matches() && names.putIfAbsent(name, Sense.OWN) == null) {
      withoutPlace.add(name);
    }
  }

  /** 大石镇 for 某县大石镇人民政府, 东城街道 for its 办事处, and 某市 for its government. */
  private void addPlaces(String organName) {
    String place =
        organName.replaceFirst("(?:党政(?:综合)?办公室|办公[室厅])$", "").replaceFirst("(?:人民政府|政府|办事处)$", "");
    if (place.endsWith("镇") || place.endsWith("乡") || place.endsWith("街道")) {
      int from = 0;
      for (int at = 1; at < place.length() - MIN_NAME; at++) {
        from = HIGHER_LEVELS.indexOf(place.charAt(at)) >= 0 ? at + 1 : from;
      }
      String name = place.substring(from).replaceFirst("^(?:人民)?政府", "");
      add(name);
      add(name + "政府");
      if (place.endsWith("街道")) {
        add(name + "办事处");
        add(name + "办");
        names.putIfAbsent("街道办事处", Sense.OWN);
        names.putIfAbsent("街道办", Sense.OWN);
      }
    } else if (!place.isEmpty()
        && organName.matches(".*政府(?:办公[室厅])?")
        && HIGHER_LEVELS.indexOf(place.charAt(place.length() - 1)) >= 0) {
      names.putIfAbsent(place, Sense.REGION);
      for (int at = 1; at < place.length() - MIN_NAME; at++) {
        if (HIGHER_LEVELS.indexOf(place.charAt(at)) >= 0) {
          names.putIfAbsent(place.substring(at + 1), Sense.REGION);
        }
      }
    }
  }

  private void addKinds(String organName) {
    KINDS.forEach(
        (name, organs) -> {
          if (organs.matcher(organName).matches()) {
            addBounded(name);
          }
        });
    for (String kind : List.of("局", "厅", "中心", "支队", "大队", "总队")) {
      if (organName.endsWith(kind)) {
        addBounded(kind);
      }
    }
    Matcher branch = BRANCH.matcher(organName);
    if (branch.matches()) {
      add(branch.group("name"));
    }
    Matcher office = OFFICE.matcher(organName);
    if (office.find() && !office.group("office").contains("局")) {
      char kind = office.group("kind").charAt(0);
      String level = office.group("level");
      List<String> places = places(organName.substring(0, office.start()));
      abbreviation =
          Optional.of(new Abbreviation(places, level.charAt(0), office.group("office"), kind));
      if (kind != '委') {
        addBounded(level + kind);
      }
    }
    Matcher ofGovernment = OF_GOVERNMENT.matcher(organName);
    if (ofGovernment.find()) {
      addWithGovernment(ofGovernment.group("level"));
    }
    Matcher government = GOVERNMENT.matcher(organName);
    if (government.find()) {
      add(government.group("level") + "政府办公室");
      add(government.group("level") + "政府办公厅");
    }
  }

  /** 江州市东岭 and 东岭, the longer first. */
  private static List<String> places(String before) {
    int from = 0;
    for (int at = 0; at < before.length() - MIN_NAME; at++) {
      from = HIGHER_LEVELS.indexOf(before.charAt(at)) >= 0 ? at + 1 : from;
    }
    String place = before.substring(from);
    if (place.length() < MIN_NAME) {
      return List.of();
    }
    return from == 0 ? List.of(place) : List.of(before, place);
  }

  /** 市政府及市政府办公室 is what the office answers for. */
  private void addWithGovernment(String level) {
    names.put(level + "府办", Sense.OWN);
    addBounded(level + "政府");
    for (String and : List.of("及", "和", "、", "与")) {
      for (String office : List.of("政府办公室", "政府办", "办公室")) {
        names.put(level + "政府" + and + office, Sense.OWN);
        names.put(level + "政府" + and + level + office, Sense.OWN);
        names.put(level + "政府本级" + and + office, Sense.OWN);
      }
    }
  }

  private void addBounded(String name) {
    if (names.putIfAbsent(name, Sense.OWN) == null) {
      bounded.add(name);
    }
  }

  private void addCommittee(String organName) {
    names.putIfAbsent("管委会", Sense.OWN);
    for (String zone : ZONES) {
      if (organName.contains(zone) || zone.equals("经开区") && organName.contains("经济开发区")) {
        names.putIfAbsent(zone, Sense.OWN);
        names.putIfAbsent(zone + "管委会", Sense.OWN);
      }
    }
  }

  /** 高新区 and 高新区城市管理局 for 某市高新技术产业开发区管委会城市管理局. */
  private void addZone(String organName) {
    Matcher zone = ZONE.matcher(organName);
    if (!zone.find()) {
      return;
    }
    String office = zone.group("office");
    String name = zone.group("kind").contains("新技术") ? "高新区" : "经开区";
    if (office.isEmpty()) {
      addBounded(name);
      addBounded("园区");
    } else {
      add(name + office);
      addBounded(office);
    }
  }

  public int longest() {
    return names.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  /**
   * What a word is as a name of the organ.
   *
   * @param before the character before it
   */
  public Optional<Sense> sense(String word, char before) {
    boolean another =
        withoutPlace.contains(word) && (LEVELS + "各").indexOf(before) >= 0
            || bounded.contains(word) && before != '\0' && BOUNDS.indexOf(before) < 0;
    return another ? Optional.empty() : Optional.ofNullable(names.get(word));
  }

  /** How many characters from there on are an abbreviation of its name; zero when none are. */
  public int abbreviation(NormalText text, int index) {
    boolean another = (LEVELS + "各").indexOf(text.at(index - 1)) >= 0;
    return another ? 0 : abbreviation.map(one -> one.length(text, index)).orElse(0);
  }
}
