package disclosure.requests.store.submission;

import disclosure.requests.contract.OrganCode;
import java.util.Comparator;

/**
 * What makes a second post the same application.
 *
 * @param clientId the client that posts
 * @param organCode the organ that must answer
 * @param sourceReference the client's own number, in NFC
 */
public record NaturalKey(String clientId, OrganCode organCode, String sourceReference)
    implements Comparable<NaturalKey> {

  private static final Comparator<NaturalKey> ORDER =
      Comparator.comparing(NaturalKey::clientId)
          .thenComparing(NaturalKey::organCode)
          .thenComparing(NaturalKey::sourceReference);

  @Override
  public int compareTo(NaturalKey other) {
    return ORDER.compare(this, other);
  }
}
