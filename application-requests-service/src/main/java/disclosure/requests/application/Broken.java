package disclosure.requests.application;

/**
 * A rule that a step breaks.
 *
 * @param bounds what would be right in the rule's field
 */
record Broken(BrokenRule rule, Bounds bounds) {

  static Broken of(BrokenRule rule) {
    return new Broken(rule, Bounds.NONE);
  }
}
