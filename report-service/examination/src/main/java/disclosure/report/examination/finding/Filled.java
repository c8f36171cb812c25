package disclosure.report.examination.finding;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sentences with their names and numbers filled in, the same in every place of the world. */
final class Filled {

  private static final int MAX_NAMED = 6;

  private Filled() {}

  static String of(String sentence, Object... parts) {
    return String.format(Locale.ROOT, sentence, parts);
  }

  /** The first of many names. */
  static String names(List<String> names) {
    String some = names.stream().limit(MAX_NAMED).collect(Collectors.joining("、"));
    return names.size() > MAX_NAMED ? some + "等" : some;
  }
}
