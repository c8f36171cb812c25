package disclosure.edge;

import java.util.Set;

/**
 * An organ and those above it, by their codes, and what follows from that for those who call. This
 * is the one decision about who may do what for which organ when; each service knows in its own way
 * who is above whom.
 *
 * @param now the organ, and all above it today, once merged by way of its successor
 * @param then all that it was below at some time in the days that the request is about
 */
public record OrganLine(Set<String> now, Set<String> then) {

  /** Defensive copies are kept. */
  public OrganLine {
    now = Set.copyOf(now);
    then = Set.copyOf(then);
  }

  /** That of a request about no days: it is about the organ as it stands. */
  public static OrganLine ofNow(Set<String> now) {
    return new OrganLine(now, Set.of());
  }

  /**
   * What a caller may do. Who is above an organ reads and writes for it, whatever the days. Who was
   * above it in the days asked about reads them, since they are part of what he answers for, and
   * writes nothing more. Nobody else learns that it exists.
   */
  public Right right(CallerScope caller, Action action) {
    if (caller.isWithin(now)) {
      return Right.ALLOWED;
    }
    return switch (action) {
      case READ -> caller.isWithin(then) ? Right.ALLOWED : Right.UNSEEN;
      case WRITE -> Right.FORBIDDEN;
    };
  }

  /** Whether the caller may read. */
  public boolean isVisible(CallerScope caller) {
    return right(caller, Action.READ) == Right.ALLOWED;
  }
}
