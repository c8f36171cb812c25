package disclosure.requests.application;

import java.util.Objects;

/**
 * What was done against the law, or out of time: recorded, shown with its article, and refused to
 * nobody.
 *
 * @param step the number of the step
 * @param code the rule
 * @param text for a clerk
 * @param article what it rests on
 */
public record Warning(int step, String code, BilingualText text, String article) {

  /** Nothing is null. */
  public Warning {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(article, "article");
  }
}
