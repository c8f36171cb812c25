package disclosure.report.text.word;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts a text into words, quantities and stops. */
public final class Tokenizer {

  private static final List<String> UNITS =
      List.of(
          "工作日", "个工作日", "个月", "人次", "件次", "场次", "小时", "万元", "元", "件", "份", "宗", "起", "条", "项", "例",
          "个", "次", "篇", "期", "部", "册", "场", "人", "类", "级", "页", "%", "户", "家", "名", "批", "天", "日",
          "年", "号", "封", "台", "处", "幅", "则", "部分", "分", "位", "组", "节", "章", "款", "本");
  private static final String NUMERALS = "〇零一二三四五六七八九十百千两";
  private static final String MARKS = "“”\"'‘’「」·*#>|_";
  private static final String SPELLED_UNITS = "件份宗例元起条次个篇项";

  private static final int YEAR_DIGITS = 4;
  private static final Set<Sense> BEGINNING =
      Set.of(Sense.OWN, Sense.RECEIVED, Sense.SAID, Sense.THIS_YEAR);

  /** What may stand after the number of an outcome that lacks its unit. */
  private static final String AFTER_OUTCOME = ",;。占";

  private static final Pattern UNTIL = Pattern.compile("[至到止—-](?:[0-9]{4}年)?$");

  private final NormalText text;
  private final Lexicon lexicon;
  private final List<Token> tokens = new ArrayList<>();

  /** Where numerals end that were looked at last: each of many is looked at once. */
  private int numeralsEnd;

  private int unknownFrom = -1;
  private int at;

  private Tokenizer(NormalText text, Lexicon lexicon) {
    this.text = text;
    this.lexicon = lexicon;
  }

  public static List<Token> tokens(NormalText text, Lexicon lexicon) {
    return new Tokenizer(text, lexicon).run();
  }

  private List<Token> run() {
    while (at < text.length()) {
      if (!(listMark() || word() || number() || spelledNumber() || title() || stop())) {
        unknown();
      }
    }
    endUnknown();
    return Ways.ofAll(Phrases.read(tokens, text), text);
  }

  private void add(Sense sense, int end) {
    endUnknown();
    tokens.add(Token.word(sense, at, end));
    at = end;
  }

  private void add(Sense sense, int end, Quantity quantity) {
    endUnknown();
    tokens.add(new Token(sense, at, end, Optional.of(quantity)));
    at = end;
  }

  private void unknown() {
    if (unknownFrom < 0) {
      unknownFrom = at;
    }
    at++;
  }

  private void endUnknown() {
    if (unknownFrom >= 0) {
      tokens.add(Token.word(Sense.UNKNOWN, unknownFrom, at));
      unknownFrom = -1;
    }
  }

  /** （一）, (1), 一是, 一、 and 1. at the beginning of a part. */
  private boolean listMark() {
    if (!tokens.isEmpty() && !tokens.get(tokens.size() - 1).sense().isStop() || unknownFrom >= 0) {
      return false;
    }
    boolean bracket = text.at(at) == '(';
    int end = bracket ? at + 1 : at;
    int from = end;
    while (NUMERALS.indexOf(text.at(end)) >= 0 || isDigit(text.at(end))) {
      end++;
    }
    if (end == from || end - from > 2) {
      return false;
    }
    boolean closed =
        bracket
            ? text.at(end) == ')'
            : text.at(end) == '是' && !isDigit(text.at(from))
                || text.at(end) == '、' && tokens.isEmpty()
                || text.at(end) == '.' && !isDigit(text.at(end + 1));
    if (closed) {
      add(Sense.FILLER, end + 1);
    }
    return closed;
  }

  private boolean word() {
    Optional<Lexicon.Entry> entry = lexicon.at(text, at);
    if (entry.isEmpty() || isDigit(text.at(at)) && unit(at + entry.get().length()).isPresent()) {
      return false;
    }
    add(entry.get().sense(), at + entry.get().length());
    return true;
  }

  private boolean number() {
    if (!isDigit(text.at(at))) {
      return false;
    }
    int end = at;
    StringBuilder digits = new StringBuilder();
    while (isDigit(text.at(end))) {
      digits.append(text.at(end++));
    }
    int first = digits.length();
    while (first <= 3 && text.at(end) == ',' && threeDigits(end + 1)) {
      digits.append(text.text(), end + 1, end + 4);
      end += 4;
    }
    if (text.at(end) == '.' && isDigit(text.at(end + 1))) {
      digits.append('.');
      end++;
      while (isDigit(text.at(end))) {
        digits.append(text.at(end++));
      }
    }
    if (digits.length() > 15) {
      add(Sense.UNKNOWN, end);
      return true;
    }
    BigDecimal value = new BigDecimal(digits.toString());
    if (!year(value, first, end) && !month(value, end) && !bareYear(value, first, end)) {
      quantity(value, end);
    }
    return true;
  }

  private boolean threeDigits(int from) {
    return isDigit(text.at(from))
        && isDigit(text.at(from + 1))
        && isDigit(text.at(from + 2))
        && !isDigit(text.at(from + 3));
  }

  private boolean year(BigDecimal value, int digits, int end) {
    boolean range = (text.at(end) == '-' || text.at(end) == '—' || text.at(end) == '至');
    if (digits != 4 || text.at(end) != '年' && !(range && isDigit(text.at(end + 1)))) {
      return false;
    }
    int after = text.at(end) == '年' ? end + 1 : end;
    after = text.at(after) == '度' ? after + 1 : after;
    add(Sense.YEAR, after, new Quantity(value, "年", false));
    return true;
  }

  /** 2025收到… and 2025，我局… at the beginning of a sentence. */
  private boolean bareYear(BigDecimal value, int digits, int end) {
    boolean begins =
        unknownFrom < 0 && (tokens.isEmpty() || tokens.get(tokens.size() - 1).is(Sense.FULL_STOP));
    int next = text.at(end) == ',' ? end + 1 : end;
    boolean tells =
        lexicon.at(text, next).filter(word -> BEGINNING.contains(word.sense())).isPresent();
    if (digits != YEAR_DIGITS || text.at(at) != '2' || !begins || !tells) {
      return false;
    }
    add(Sense.YEAR, end, new Quantity(value, "年", false));
    return true;
  }

  /** The first and the last day of a year bound all of it; any other month is a part of it. */
  private boolean month(BigDecimal value, int end) {
    int after = end;
    boolean wholeYear = false;
    if (text.at(after) == '-' || text.at(after) == '—' || text.at(after) == '至') {
      if (text.hasAt("12月", after + 1)) {
        wholeYear = value.intValue() == 1;
        after += 3;
      }
    }
    if (text.at(after) != '月') {
      return false;
    }
    after++;
    int day = after;
    while (isDigit(text.at(after))) {
      after++;
    }
    String days = text.text().substring(day, after);
    after = text.at(after) == '日' ? after + 1 : after;
    int month = value.intValue();
    boolean first = month == 1 && days.equals("1") || month == 1 && text.hasAt("至12月", after);
    boolean last = month == 12 && (days.equals("31") || days.isEmpty() && isUntil());
    add(wholeYear || first || last ? Sense.DAY : Sense.PART_OF_YEAR, after);
    return true;
  }

  /** 截至12月, 1月至2025年12月 and 12月底; 12月 alone is a part of the year. */
  private boolean isUntil() {
    return UNTIL.matcher(text.text().substring(0, at)).find();
  }

  /** 收到一件、登记一件 is every one of them. */
  private boolean isRepeated(int end) {
    String one = text.text().substring(at, end + 1);
    if (one.charAt(0) != '一' || one.length() != 2) {
      return false;
    }
    int from = text.text().lastIndexOf('。', at) + 1;
    int to = text.text().indexOf('。', at);
    String sentence = text.text().substring(from, to < 0 ? text.length() : to);
    return sentence.indexOf(one) != sentence.lastIndexOf(one);
  }

  private boolean spelledNumber() {
    numeralsEnd = Math.max(at, numeralsEnd);
    while (NUMERALS.indexOf(text.at(numeralsEnd)) >= 0) {
      numeralsEnd++;
    }
    int end = numeralsEnd;
    if (end == at || text.at(at - 1) == '第') {
      return false;
    }
    boolean several = text.at(end) == '余' || text.at(end) == '多';
    int unit = several ? end + 1 : end;
    unit = text.at(unit) == '万' ? unit + 1 : unit;
    if (end - at == 4 && text.at(end) == '年') {
      ChineseNumber.digits(text.text().substring(at, end))
          .ifPresent(value -> year(value, 4, at + 4));
      return true;
    }
    boolean counts = SPELLED_UNITS.indexOf(text.at(unit)) >= 0;
    boolean idiom = end - at == 1 && !several && "起条次个篇项".indexOf(text.at(unit)) >= 0;
    if (!counts || idiom) {
      return false;
    }
    if (isRepeated(end)) {
      add(Sense.FILLER, end + 1);
      return true;
    }
    Optional<BigDecimal> value = ChineseNumber.value(text.text().substring(at, end));
    if (value.isPresent()) {
      quantity(value.get(), end);
    }
    return value.isPresent();
  }

  private void quantity(BigDecimal number, int numberEnd) {
    int end = numberEnd;
    boolean approximate = "约近超逾".indexOf(text.at(at - 1)) >= 0;
    if (text.at(end) == '余' || text.at(end) == '多') {
      approximate = true;
      end++;
    }
    BigDecimal value = number;
    boolean rounded = false;
    if (text.at(end) == '万' || text.at(end) == '亿') {
      value = value.scaleByPowerOfTen(text.at(end) == '万' ? 4 : 8);
      rounded = true;
      end++;
    }
    boolean ordinal = text.at(at - 1) == '第';
    String name = ordinal ? "" : unit(end).orElse("");
    end += name.length();
    if (!ordinal && text.hasAt("(件)", end)) {
      name = "件";
      end += "(件)".length();
    }
    if (name.isEmpty() && lacksUnit(end)) {
      name = "件";
    }
    if (name.equals("万元")) {
      value = value.scaleByPowerOfTen(4);
      name = "元";
    } else if (rounded && !name.equals("元")) {
      approximate = true;
    }
    for (String about : List.of("左右", "以上", "多", "余")) {
      if (!name.isEmpty() && text.hasAt(about, end)) {
        approximate = true;
        end += about.length();
      }
    }
    add(Sense.QUANTITY, end, new Quantity(value, name, approximate));
  }

  /** 部分公开67，占4.61%; 依申请公开数量为0. */
  private boolean lacksUnit(int end) {
    return unknownFrom < 0
        && !tokens.isEmpty()
        && (tokens.get(tokens.size() - 1).sense().isOutcome() || isNumberOf() || isReceived(end))
        && (AFTER_OUTCOME.indexOf(text.at(end)) >= 0
            || end == text.length()
            || text.hasAt("其中", end));
  }

  /** 收到政府信息公开申请12，其中… lacks the unit; a number of four digits may be a year. */
  private boolean isReceived(int end) {
    int last = tokens.size() - 1;
    boolean verb =
        last > 0
            && (tokens.get(last - 1).is(Sense.RECEIVED)
                || last > 1
                    && tokens.get(last - 1).is(Sense.SAID)
                    && tokens.get(last - 2).is(Sense.RECEIVED));
    return verb && tokens.get(last).is(Sense.APPLICATION) && end - at < YEAR_DIGITS;
  }

  private boolean isNumberOf() {
    int last = tokens.size() - 1;
    boolean is = tokens.get(last).is(Sense.FILLER) && text.at(at - 1) == '为';
    Token named = tokens.get(is && last > 0 ? last - 1 : last);
    return named.is(Sense.APPLICATION) && text.text().substring(0, named.end()).endsWith("数量");
  }

  private Optional<String> unit(int index) {
    return UNITS.stream()
        .filter(unit -> text.hasAt(unit, index))
        .reduce((longest, unit) -> unit.length() > longest.length() ? unit : longest);
  }

  /** What a title in 《》 names is no word of the sentence. */
  private boolean title() {
    if (text.at(at) != '《') {
      return false;
    }
    int end = text.text().indexOf('》', at);
    add(Sense.FILLER, end < 0 ? at + 1 : end + 1);
    return true;
  }

  private boolean stop() {
    char character = text.at(at);
    if (MARKS.indexOf(character) >= 0) {
      add(Sense.FILLER, at + 1);
      return true;
    }
    Optional<Sense> stop =
        switch (character) {
          case '。', '!', '?' -> Optional.of(Sense.FULL_STOP);
          case ';' -> Optional.of(Sense.SEMICOLON);
          case ',', ':' -> Optional.of(Sense.COMMA);
          case '、' -> Optional.of(Sense.PAUSE);
          case '(' -> Optional.of(Sense.OPENING);
          case ')' -> Optional.of(Sense.CLOSING);
          case '.' -> endsSentence() ? Optional.of(Sense.FULL_STOP) : Optional.empty();
          default -> Optional.empty();
        };
    stop.ifPresent(sense -> add(sense, at + 1));
    return stop.isPresent();
  }

  /** A period between Chinese words, or at the end. */
  private boolean endsSentence() {
    return isChinese(text.at(at - 1)) && (at + 1 == text.length() || isChinese(text.at(at + 1)));
  }

  private static boolean isChinese(char character) {
    return Character.isIdeographic(character);
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
