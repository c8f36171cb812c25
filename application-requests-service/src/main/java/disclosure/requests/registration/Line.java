package disclosure.requests.registration;

import java.util.Optional;

/**
 * One line of a batch, as it was sent.
 *
 * @param number from 1; blank lines count, but are never handed on
 * @param text the line without its end; empty when it cannot be read
 * @param fault why it cannot be read
 */
record Line(long number, Optional<String> text, Optional<Unreadable> fault) {

  /** Why a line cannot be read. */
  enum Unreadable {
    /** Longer than {@link NdjsonLines#LIMIT} bytes. */
    TOO_LONG,
    /** Not UTF-8. */
    NOT_UTF8
  }

  static Line of(long number, String text) {
    return new Line(number, Optional.of(text), Optional.empty());
  }

  static Line unreadable(long number, Unreadable fault) {
    return new Line(number, Optional.empty(), Optional.of(fault));
  }
}
