package disclosure.requests.subscription.receiver;

import java.math.BigInteger;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What a receiver made of a message.
 *
 * @param cause why it didn't take it, by a word or status; never what it said. Empty when it did
 * @param retryAfter how long it wants to be left alone
 */
public record Answer(Verdict verdict, String cause, Optional<Duration> retryAfter) {

  /** What comes of the message. */
  public enum Verdict {
    /** The receiver has it. */
    TAKEN,
    /** The receiver will never take this message; others it may. */
    REFUSED,
    /** There is no receiver any more, and won't be. */
    GONE,
    /** It may be taken another time. */
    FAILED
  }

  /** Of a pause, in seconds: however many more it says, nobody waits so long. */
  private static final BigInteger LONGEST = BigInteger.valueOf(999_999_999);

  private static final int GONE = 410;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_EARLY = 425;
  private static final int TOO_MANY_REQUESTS = 429;

  static Answer of(int status, Optional<String> retryAfter, Clock clock) {
    return new Answer(
        verdict(status),
        status / 100 == 2 ? "" : "HTTP_" + status,
        retryAfter.flatMap(text -> pause(text.strip(), clock)));
  }

  /** That there was no answer. */
  static Answer failed(String cause) {
    return new Answer(Verdict.FAILED, cause, Optional.empty());
  }

  private static Verdict verdict(int status) {
    if (status / 100 == 2) {
      return Verdict.TAKEN;
    }
    if (status == GONE) {
      return Verdict.GONE;
    }
    boolean passes =
        status == REQUEST_TIMEOUT || status == TOO_EARLY || status == TOO_MANY_REQUESTS;
    return status / 100 == 4 && !passes ? Verdict.REFUSED : Verdict.FAILED;
  }

  /** Seconds or a date (RFC 9110); anything else says nothing. */
  private static Optional<Duration> pause(String text, Clock clock) {
    if (text.matches("\\d+")) {
      return Optional.of(Duration.ofSeconds(new BigInteger(text).min(LONGEST).longValue()));
    }
    try {
      ZonedDateTime moment = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration pause = Duration.between(clock.instant(), moment.toInstant());
      return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
