package disclosure.report.examination.document;

import java.time.Duration;

/**
 * What one file may take.
 *
 * @param bytes how large it may be
 * @param inflatedBytes how large its parts may be altogether once they are inflated
 * @param work units of counted work: about one for each character, cell, sign or element that is
 *     looked at
 * @param processor the time of a processor after which the next piece of work is refused, whatever
 *     was counted
 */
public record Limits(int bytes, long inflatedBytes, long work, Duration processor) {

  /** For a published report: 20 MB as it is, 100 MB inflated, some seconds of work. */
  public static final Limits USUAL =
      new Limits(20 << 20, 100L << 20, 50_000_000, Duration.ofSeconds(20));
}
