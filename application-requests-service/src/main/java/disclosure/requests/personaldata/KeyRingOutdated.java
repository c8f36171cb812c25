package disclosure.requests.personaldata;

import disclosure.storage.PassingFailure;

/**
 * Nothing is encrypted, since the ring's file has had another primary for too long that this
 * instance can't take over: what it wrote under the former one might be lost with that.
 */
final class KeyRingOutdated extends RuntimeException implements PassingFailure {

  private static final long serialVersionUID = 1L;

  KeyRingOutdated() {
    super("the key ring's primary can't be taken over; nothing is encrypted under the former one");
  }
}
