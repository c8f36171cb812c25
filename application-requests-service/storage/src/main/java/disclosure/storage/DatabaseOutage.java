package disclosure.storage;

/** The database can't be used just now. What was asked was not done, or nobody can tell. */
public final class DatabaseOutage extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int RETRY_AFTER_SECONDS = 3;

  /** An outage that shows by a failure. */
  public DatabaseOutage(Throwable cause) {
    super("the database can't be used just now", cause);
  }

  /** After how many seconds it is worth while to ask again. */
  public int retryAfterSeconds() {
    return RETRY_AFTER_SECONDS;
  }
}
