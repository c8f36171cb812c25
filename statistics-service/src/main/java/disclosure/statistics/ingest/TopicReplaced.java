package disclosure.statistics.ingest;

/** The topic is another one than was counted so far: its offsets mean something else. */
final class TopicReplaced extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TopicReplaced() {
    super("the topic was created anew", null, false, false);
  }
}
