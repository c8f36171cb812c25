package disclosure.requests.application;

/**
 * A rule that a step breaks.
 *
 * @param bounds what would be right in the rule's field
 * @param text the rule, with what would be right where that takes a sentence
 */
record Broken(BrokenRule rule, Bounds bounds, BilingualText text) {

  Broken(BrokenRule rule, Bounds bounds) {
    this(rule, bounds, rule.text());
  }

  /** The same with a sentence behind the rule's. */
  Broken saying(String zh, String en) {
    return new Broken(
        rule, bounds, new BilingualText(rule.text().zh() + "：" + zh, rule.text().en() + ": " + en));
  }

  static Broken of(BrokenRule rule) {
    return new Broken(rule, Bounds.NONE);
  }
}
