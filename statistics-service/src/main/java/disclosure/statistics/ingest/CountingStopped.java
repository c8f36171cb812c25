package disclosure.statistics.ingest;

/** Going on with a partition would skip or double something: somebody has to look first. */
public final class CountingStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CountingStopped(String reason) {
    super(reason, null, false, false);
  }
}
