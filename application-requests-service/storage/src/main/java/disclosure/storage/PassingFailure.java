package disclosure.storage;

/**
 * Marks an exception that says that something else than the database can't be used just now: later,
 * the same may well succeed.
 */
public interface PassingFailure {}
