package disclosure.edge;

/** What a request does for an organ. */
public enum Action {
  /** Looks at what is recorded or counted. */
  READ,
  /** Records, drafts, submits, publishes, corrects. */
  WRITE
}
