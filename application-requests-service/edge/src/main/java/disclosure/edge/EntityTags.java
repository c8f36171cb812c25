package disclosure.edge;

/** Versions as entity tags. */
public final class EntityTags {

  private EntityTags() {}

  /** The entity tag of a version. */
  public static String of(long version) {
    return '"' + Long.toString(version) + '"';
  }
}
