package disclosure.requests.personaldata;

import disclosure.storage.PassingFailure;

/** A value that this instance can't open, since it lacks a key under which another one encrypts. */
public final class ReadableElsewhere extends RuntimeException implements PassingFailure {

  private static final long serialVersionUID = 1L;

  /** That it is so, of a value that no key of this instance opens. */
  public ReadableElsewhere(UnreadablePersonalData here) {
    super(here.getMessage() + ", and another instance has the key", here);
  }
}
