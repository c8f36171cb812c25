package disclosure.requests.ledger.words;

import disclosure.requests.ledger.sheet.Line;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The year that stands above a table; none when several do. */
public final class TitleYear {

  /** Also the years from one to another, of which the first often stands without 年. */
  private static final Pattern YEARS =
      Pattern.compile(
          "(?:(?<!\\d)(?<from>20\\d{2})\\s{0,4}(?:年度?)?\\s{0,4}[—–~至到、,及和与/-]{1,4}\\s{0,4})?"
              + "(?<year>(?:20)?\\d{2})\\s{0,4}年");

  /** The name of a sheet says the year in fewer words than a title: 2025, 25年, 台账(2025). */
  private static final Pattern BARE = Pattern.compile("(?<!\\d)20\\d{2}(?!\\d)");

  private static final Pattern SHORT = Pattern.compile("(?:^|[(])(\\d{2})年");

  private final Set<Integer> years = new TreeSet<>();

  /** That of a sheet with this name, until a title is added. */
  public TitleYear(String sheet) {
    String plain = Normalizer.normalize(sheet, Normalizer.Form.NFKC);
    BARE.matcher(plain).results().forEach(year -> years.add(Integer.valueOf(year.group())));
    SHORT.matcher(plain).results().forEach(year -> years.add(year(year.group(1))));
    add(sheet);
  }

  /** Takes a line above the headings. */
  public void add(Line line) {
    line.cells().forEach(this::add);
  }

  private void add(String text) {
    Matcher found = YEARS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
    while (found.find()) {
      if (found.group("from") != null) {
        years.add(year(found.group("from")));
      }
      if (found.group("from") != null || found.group("year").length() == 4) {
        years.add(year(found.group("year")));
      }
    }
  }

  private static int year(String digits) {
    return digits.length() == 2 ? 2000 + Integer.parseInt(digits) : Integer.parseInt(digits);
  }

  /** The one; empty when none is named, or several. */
  public Optional<Integer> year() {
    return years.size() == 1 ? years.stream().findFirst() : Optional.empty();
  }
}
