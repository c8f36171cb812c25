package disclosure.storage.job;

import java.time.Duration;

/**
 * A piece can't be worked on just now, since something else that it needs is away. It is given back
 * for a while, which is held against nobody.
 */
public final class Postponed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration pause;

  /**
   * Until later.
   *
   * @param pause after which it is taken up again
   */
  public Postponed(Duration pause) {
    super("until later", null, false, false);
    this.pause = pause;
  }

  Duration pause() {
    return pause;
  }
}
