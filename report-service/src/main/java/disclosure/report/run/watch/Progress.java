package disclosure.report.run.watch;

/** How far something is. */
public interface Progress {

  /** The same for the same progress only, whichever instance tells it. */
  String tag();

  /** Whether nothing is left to be done. */
  boolean finished();
}
