package disclosure.report.examination.text;

import disclosure.report.examination.line.Line;
import disclosure.report.examination.line.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which lines are the headings of the six sections.
 *
 * @param lines the line of each heading that was found
 * @param texts how it is written
 */
public record Headings(Map<Section, Integer> lines, Map<Section, String> texts) {

  private static final int MAX_LENGTH = 40;
  private static final Pattern SENTENCE = Pattern.compile("[。；;！]\\s*$|[。；].+");

  private static final Map<Section, List<String>> WORDS =
      Map.of(
          Section.OVERVIEW,
          List.of("总体情况", "概述", "基本情况", "工作总体情况", "总体工作情况"),
          Section.PROACTIVE,
          List.of("主动公开政府信息情况", "主动公开政府信息的情况", "政府信息主动公开情况", "主动公开情况"),
          Section.APPLICATIONS,
          List.of("收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况", "政府信息依申请公开情况"),
          Section.DISPUTES,
          List.of(
              "政府信息公开行政复议行政诉讼情况",
              "因政府信息公开工作被申请行政复议提起行政诉讼情况",
              "政府信息公开工作被申请行政复议提起行政诉讼情况",
              "行政复议行政诉讼情况"),
          Section.PROBLEMS,
          List.of("存在的主要问题及改进情况", "政府信息公开工作存在的主要问题及改进情况", "存在问题及改进情况", "存在的主要问题和改进情况"),
          Section.OTHER_MATTERS,
          List.of("其他需要报告的事项", "其他需要报告事项", "需要报告的其他事项"));

  private static final Map<Section, Pattern> ABOUT =
      Map.of(
          Section.OVERVIEW, Pattern.compile("总体|概况|概述|基本情况|工作情况"),
          Section.PROACTIVE, Pattern.compile("主动公开"),
          Section.APPLICATIONS, Pattern.compile("申请公开|公开申请"),
          Section.DISPUTES, Pattern.compile("复议|诉讼"),
          Section.PROBLEMS, Pattern.compile("问题|不足"),
          Section.OTHER_MATTERS, Pattern.compile("其[他它].*事项|事项.*其[他它]|报告.*事项"));

  /** Defensive copies are kept. */
  public Headings {
    lines = Map.copyOf(lines);
    texts = Map.copyOf(texts);
  }

  /**
   * Finds them among a document's lines; of a heading that comes twice, as in a contents list, the
   * last.
   */
  public static Headings of(List<Line> lines) {
    Map<Section, Integer> places = new EnumMap<>(Section.class);
    Map<Section, String> texts = new EnumMap<>(Section.class);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String text = line.text();
      if (text.isEmpty() || line.grid() > 0 && !line.isText()) {
        continue;
      }
      int at = i;
      boolean alone = line.isText() && text.length() <= MAX_LENGTH;
      begun(text)
          .or(() -> alone ? section(text) : Optional.empty())
          .filter(
              section ->
                  !places.containsKey(section)
                      || isNumbered(text, section)
                      || !isNumbered(texts.get(section), section))
          .ifPresent(
              section -> {
                places.put(section, at);
                texts.put(
                    section,
                    text.strip().substring(0, Math.min(MAX_LENGTH, text.strip().length())));
              });
    }
    inOtherWords(lines, places, texts);
    return new Headings(places, texts);
  }

  /** 五、存在的问题和不足: the number and what it is about, between the headings around it. */
  private static void inOtherWords(
      List<Line> lines, Map<Section, Integer> places, Map<Section, String> texts) {
    for (Section section : Section.values()) {
      if (places.containsKey(section) || places.isEmpty()) {
        continue;
      }
      int from = -1;
      int to = lines.size();
      for (Map.Entry<Section, Integer> other : places.entrySet()) {
        boolean before = other.getKey().compareTo(section) < 0;
        from = before ? Math.max(from, other.getValue()) : from;
        to = before ? to : Math.min(to, other.getValue());
      }
      for (int i = from + 1; i < to; i++) {
        String text = lines.get(i).text().strip();
        if (lines.get(i).grid() > 0 || text.length() > MAX_LENGTH) {
          continue;
        }
        String plain = Words.plain(text).replaceAll("[\\s*#]", "");
        if (!SENTENCE.matcher(text).find()
            && plain.startsWith(section.number() + "、")
            && ABOUT.get(section).matcher(plain).find()) {
          places.put(section, i);
          texts.put(section, text);
          break;
        }
      }
    }
  }

  private static boolean isNumbered(String text, Section section) {
    return text.strip().startsWith(section.number() + "、");
  }

  /** A heading in one line with the text below it. */
  private static Optional<Section> begun(String text) {
    String plain = Words.plain(text).replaceAll("\\s", "");
    for (Section section : Section.values()) {
      if (plain.startsWith(section.number() + "、")) {
        String words = Words.of(plain.substring(0, Math.min(MAX_LENGTH, plain.length())));
        for (String heading : WORDS.get(section)) {
          if (words.startsWith(heading)) {
            return Optional.of(section);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Section> section(String text) {
    if (SENTENCE.matcher(text).find()) {
      return Optional.empty();
    }
    String words = Words.of(text);
    Section best = null;
    int least = Integer.MAX_VALUE;
    for (Section section : Section.values()) {
      for (String heading : WORDS.get(section)) {
        if (Math.abs(heading.length() - words.length()) > 4) {
          continue;
        }
        int distance = Words.distance(heading, words);
        if (distance <= heading.length() / 4 && distance < least) {
          least = distance;
          best = section;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** The line behind a section's heading; 0 when there is none. */
  public int begin(Section section) {
    return lines.containsKey(section) ? lines.get(section) + 1 : 0;
  }

  /** Whether the section's text begins in the line of its heading. */
  boolean isWithText(Section section, List<Line> all) {
    return all.get(lines.get(section)).text().length() > MAX_LENGTH;
  }

  /** The line of the next heading, or the end. */
  public int end(Section section, int size) {
    int begin = begin(section);
    return lines.values().stream()
        .filter(line -> line >= begin)
        .mapToInt(Integer::intValue)
        .min()
        .orElse(size);
  }

  /** Whether it was found. */
  public boolean has(Section section) {
    return lines.containsKey(section);
  }
}
