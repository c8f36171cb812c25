package disclosure.local.sample;

/** The sample did not come out as published, in sentences for the person at the keyboard. */
public final class SampleFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SampleFailed(String sentences) {
    super(sentences, null, false, false);
  }
}
