package disclosure.requests.ledger.words;

import disclosure.requests.ledger.sheet.Line;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The year that stands above a table; none when several do. */
public final class TitleYear {

  private static final Pattern YEAR = Pattern.compile("(20\\d{2})\\s*年");

  private final Set<Integer> years = new TreeSet<>();

  public TitleYear(String sheet) {
    add(sheet);
  }

  public void add(Line line) {
    line.cells().forEach(this::add);
  }

  private void add(String text) {
    Matcher year = YEAR.matcher(text);
    while (year.find()) {
      years.add(Integer.valueOf(year.group(1)));
    }
  }

  public Optional<Integer> year() {
    return years.size() == 1 ? years.stream().findFirst() : Optional.empty();
  }
}
