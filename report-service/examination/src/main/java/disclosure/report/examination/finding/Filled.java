package disclosure.report.examination.finding;

import java.util.Locale;

/** Sentences with their names and numbers filled in, the same in every place of the world. */
final class Filled {

  private Filled() {}

  static String of(String sentence, Object... parts) {
    return String.format(Locale.ROOT, sentence, parts);
  }
}
