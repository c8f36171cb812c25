package disclosure.edge;

/** What a caller may do for an organ at a time; see {@link OrganLine#right}. */
public enum Right {
  /** It may be done. */
  ALLOWED,
  /** It may not, and the caller must not learn that there is such an organ. */
  UNSEEN,
  /** It may not; the caller knows of the organ, or learns nothing about it. */
  FORBIDDEN
}
