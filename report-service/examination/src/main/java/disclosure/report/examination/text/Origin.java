package disclosure.report.examination.text;

import disclosure.report.examination.line.Line;
import disclosure.report.examination.line.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose report it is, and on which year.
 *
 * @param title the title on one line; empty when none was found
 * @param organ the organ's name as the title or the signature has it
 * @param year the year of the title, else that of the period
 * @param periodYears the years in which the period is said to begin and end
 * @param signedBy 落款
 * @param signedOn 成文日期 as it is written
 */
public record Origin(
    String title,
    Optional<String> organ,
    OptionalInt year,
    Set<Integer> periodYears,
    Optional<String> signedBy,
    Optional<String> signedOn) {

  private static final Pattern TITLE =
      Pattern.compile(
          "^(.{0,60}?)\\s*(?:关于)?\\s*[（(〔]?\\s*((?:20[0-9]{2})|(?:二[〇零○OＯ0]{1}[一二三四五六七八九十〇零○0]{2}))\\s*[)）〕]?\\s*年度?\\s*(.{0,30}?)(?:政府)?信息公开\\s*(?:工作)?\\s*(?:年度?)?\\s*(?:工作)?\\s*(?:情况)?(?:的)?\\s*报告?\\s*(?:[（(].{1,12}[)）])?$");

  private static final Pattern NAMED =
      Pattern.compile("^(?:(?:信息|文件|公文)?(?:名\\s*称|标\\s*题)|名\\s*稱|標\\s*題|题名)\\s*[:：]?\\s*");

  private static final Pattern SUBTITLE =
      Pattern.compile(
          "^(.{0,60}?)(?:政府)?信息公开\\s*(?:工作)?\\s*年度?\\s*(?:工作)?\\s*报告\\s*[（(〔]\\s*(20\\d\\d)\\s*年度?\\s*[)）〕]$");

  /** A page whose title was not kept says in its first sentence what it is. */
  private static final Pattern IN_SENTENCE =
      Pattern.compile(
          "(?:编制|编写|制作|形成|公布|公开|发布|现将)(?:了|的)?《?([\\p{IsHan}（）()]{0,40}?)(20\\d\\d)年度?([\\p{IsHan}（）()]{0,40}?)(?:政府)?信息公开(?:工作)?(?:年度)?(?:工作)?报告(?!的?(?:通知|有关|编制|格式|工作))");

  private static final Pattern NOW = Pattern.compile("(?:现|特|特此|现向社会)$");

  private static final Pattern BEGIN = Pattern.compile("(20\\d\\d)\\s*年\\s*0?1\\s*月\\s*0?1\\s*日");
  private static final Pattern DIGITS_ONLY =
      Pattern.compile("(20\\d\\d)[-./](1|01|12)[-./](1|01|31)(?!\\d)");

  private static final Pattern END =
      Pattern.compile("(?:至|到|-|—|－)\\s*(?:(20\\d\\d)\\s*年)?\\s*12\\s*月\\s*31\\s*日");

  private static final Pattern DATE =
      Pattern.compile(
          "^\\s*((?:20\\d\\d|二[〇零○]二[〇零○一二三四五六七八九])\\s*年\\s*[\\d一二三四五六七八九十]{1,2}\\s*月\\s*[\\d一二三四五六七八九十]{1,3}\\s*日)\\s*$");

  private static final Pattern ORGAN =
      Pattern.compile(
          "^[\\p{IsHan}（）()·]{3,40}(?:政府|办公室|办公厅|委员会|局|厅|部|院|处|署|会|中心|办事处|乡|镇|街道|大队|支队|总队|分局|公司|社|馆|站|所|管委会|办|委|队)$");

  private static final String DIGITS = "〇一二三四五六七八九";
  private static final int MAX_TITLE_LINES = 400;

  /** Defensive copies are kept. */
  public Origin {
    periodYears = Set.copyOf(periodYears);
  }

  /**
   * Finds it.
   *
   * @param fileTitle what the file says of itself
   * @param headings where the sections begin
   */
  public static Origin of(String fileTitle, List<Line> lines, Headings headings) {
    List<String> texts = new ArrayList<>();
    int first =
        headings.has(Section.OVERVIEW) ? headings.begin(Section.OVERVIEW) - 1 : lines.size();
    for (int i = 0; i < Math.min(Math.min(lines.size(), first), MAX_TITLE_LINES); i++) {
      String text =
          lines.get(i).text().replaceAll("\\s+", " ").replaceAll("^#+ *|\\*{2}", "").strip();
      if (!text.isEmpty()) {
        texts.add(text);
      }
    }
    String title = "";
    Optional<String> organ = Optional.empty();
    OptionalInt year = OptionalInt.empty();
    for (int i = texts.size() - 1; i >= 0 && year.isEmpty(); i--) {
      for (int before = 0; before <= 2 && i - before >= 0 && year.isEmpty(); before++) {
        if (before > 0 && texts.get(i - before).length() > 40) {
          break;
        }
        String joined = String.join("", texts.subList(i - before, i + 1)).replace(" ", "");
        Optional<Titled> titled = titled(joined);
        if (titled.isPresent() && (before == 0 || texts.get(i).length() < joined.length())) {
          title = unnamed(joined);
          year = OptionalInt.of(titled.get().year());
          organ = titled.get().organ();
          if (organ.isEmpty() && i > before) {
            Optional<String> above = organName(texts.get(i - before - 1));
            organ = before == 0 ? above : above.filter(Origin::isOrgan);
          }
        }
      }
    }
    if (year.isEmpty()) {
      Optional<Titled> titled = titled(fileTitle.replaceAll("[-_|].*$", "").replaceAll("\\s", ""));
      if (titled.isPresent()) {
        title = unnamed(fileTitle.strip());
        year = OptionalInt.of(titled.get().year());
        organ = titled.get().organ();
      }
    }
    Set<Integer> period = period(lines);
    if (year.isEmpty()) {
      Optional<Titled> told = toldIn(texts, period);
      year = told.map(one -> OptionalInt.of(one.year())).orElse(year);
      organ = told.flatMap(Titled::organ);
    }
    if (year.isEmpty() && period.size() == 1) {
      year = OptionalInt.of(period.iterator().next());
    }
    Signature signature = signature(lines, headings);
    organ = organ.or(signature::by);
    return new Origin(title, organ, year, period, signature.by(), signature.on());
  }

  private record Titled(Optional<String> organ, int year) {}

  private static Optional<Titled> titled(String line) {
    String text = unnamed(line).replaceAll("[《》]", "");
    String plain = Words.plain(text);
    Matcher title = TITLE.matcher(plain);
    if (title.matches()) {
      String name =
          (written(text, plain, title, 1) + written(text, plain, title, 3))
              .replaceAll("(?:关于|關於|的)$", "")
              .strip();
      return year(title.group(2)).map(year -> new Titled(organName(name), year));
    }
    Matcher subtitle = SUBTITLE.matcher(plain);
    return subtitle.matches()
        ? year(subtitle.group(2))
            .map(year -> new Titled(organName(written(text, plain, subtitle, 1)), year))
        : Optional.empty();
  }

  /** Without the word for it that a table of a page's particulars has. */
  private static String unnamed(String title) {
    return NAMED.matcher(title).replaceFirst("");
  }

  /** The characters of a name as they are written, not as they are compared. */
  private static String written(String text, String plain, Matcher found, int group) {
    if (text.length() != plain.length()) {
      return found.group(group);
    }
    StringBuilder name = new StringBuilder();
    for (int at = found.start(group); at < found.end(group); at++) {
      char own = text.charAt(at);
      name.append(Character.isIdeographic(own) ? own : plain.charAt(at));
    }
    return name.toString();
  }

  /** A report that is made known now is this one; any other only if it is on the period's year. */
  private static Optional<Titled> toldIn(List<String> texts, Set<Integer> period) {
    for (String text : texts) {
      String own = text.replaceAll("\\s", "");
      String plain = Words.plain(own);
      Matcher told = IN_SENTENCE.matcher(plain);
      if (told.find()) {
        int year = Integer.parseInt(told.group(2));
        boolean now =
            told.group().startsWith("编制了")
                || told.group().startsWith("现将")
                || NOW.matcher(plain.substring(0, told.start())).find();
        Optional<String> organ =
            organName(written(own, plain, told, 1))
                .or(() -> organName(written(own, plain, told, 3)))
                .filter(name -> "我本全".indexOf(name.charAt(0)) < 0);
        return Optional.of(new Titled(organ, year))
            .filter(one -> now || period.isEmpty() || period.contains(one.year()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> year(String text) {
    if (text.matches("\\d{4}")) {
      return Optional.of(Integer.parseInt(text));
    }
    StringBuilder digits = new StringBuilder();
    for (char one : text.toCharArray()) {
      int digit = DIGITS.indexOf(one);
      digits.append(digit >= 0 ? Integer.toString(digit) : one == '十' ? "" : "0");
    }
    return digits.length() == 4
        ? Optional.of(Integer.parseInt(digits.toString()))
        : Optional.empty();
  }

  private static Optional<String> organName(String text) {
    String name =
        text.replaceAll("\\s", "").replaceAll("^[#*>\\-]+", "").replaceFirst("^(?:关于|關於)", "");
    return name.length() >= 3 && name.length() <= 60 && name.codePoints().allMatch(Origin::isOfName)
        ? Optional.of(name)
        : Optional.empty();
  }

  private static boolean isOfName(int one) {
    return Character.isIdeographic(one) || "（）()·、".indexOf(one) >= 0;
  }

  private static Set<Integer> period(List<Line> lines) {
    Map<Integer, Integer> years = new HashMap<>();
    for (Line line : lines) {
      String text = line.text();
      if (text.contains("31")) {
        String plain = DIGITS_ONLY.matcher(Words.plain(text)).replaceAll("$1年$2月$3日");
        Matcher end = END.matcher(plain);
        Matcher begin = BEGIN.matcher(plain);
        if (end.find() && begin.find()) {
          int first = Integer.parseInt(begin.group(1));
          years.put(first, 1);
          years.put(end.group(1) == null ? first : Integer.parseInt(end.group(1)), 1);
          break;
        }
      }
    }
    return new TreeSet<>(years.keySet());
  }

  private static boolean isOrgan(String name) {
    return ORGAN.matcher(Words.plain(name)).matches();
  }

  private record Signature(Optional<String> by, Optional<String> on) {}

  private static Signature signature(List<Line> lines, Headings headings) {
    int from = headings.lines().values().stream().mapToInt(Integer::intValue).max().orElse(0);
    for (int i = from; i < lines.size(); i++) {
      Matcher date = DATE.matcher(Words.plain(lines.get(i).text()));
      if (date.matches()) {
        String before = i > 0 ? lines.get(i - 1).text().replaceAll("\\s", "") : "";
        return new Signature(
            isOrgan(before) ? Optional.of(before) : Optional.empty(),
            Optional.of(date.group(1).replaceAll("\\s", "")));
      }
    }
    return new Signature(Optional.empty(), Optional.empty());
  }

  /** The line on which the signature begins, or the end. */
  static int signatureLine(List<Line> lines, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (DATE.matcher(Words.plain(lines.get(i).text())).matches()) {
        boolean named = i > from && isOrgan(lines.get(i - 1).text().replaceAll("\\s", ""));
        return named ? i - 1 : i;
      }
    }
    return lines.size();
  }
}
