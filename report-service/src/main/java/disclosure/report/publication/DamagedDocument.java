package disclosure.report.publication;

/** The stored bytes of a published document are no longer those that its digests are of. */
public final class DamagedDocument extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DamagedDocument(DocumentKey key) {
    super(
        "The published document "
            + key.id().organ().value()
            + "/"
            + key.id().year()
            + " "
            + key.id().scope()
            + ", revision "
            + key.revision()
            + ", "
            + key.format()
            + ", is not what was published: its bytes have other digests than those stored");
  }
}
