package disclosure.requests.store;

import disclosure.edge.trace.TraceParent;
import disclosure.requests.application.Application;
import disclosure.requests.application.note.ReceiptNotes;
import disclosure.requests.audit.Actor;
import disclosure.requests.lookup.SearchKeys;
import disclosure.requests.personaldata.SealedApplicant;
import disclosure.requests.store.state.DerivedState;
import disclosure.requests.store.submission.ContentDigest;
import disclosure.requests.store.submission.NaturalKey;
import disclosure.requests.store.submission.Said;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A post that is sound in every respect, with everything that will be stored if its key is new.
 *
 * @param id the id it will have
 * @param key its natural key
 * @param digest what it says
 * @param application its history
 * @param derived what follows from the history
 * @param applicant the encrypted applicant
 * @param keys by what it is found
 * @param notes what is noted of its receipt
 * @param subject what is asked for
 * @param answer the body of the answer, stored with it
 * @param onBehalfOf for whom the client logs it
 * @param person who signed in at the client
 * @param handler who handles it
 * @param stepRecordings who records the steps, in their order
 * @param recordedAt now
 * @param trace the recorded span of the request that posts it
 */
public record NewApplication(
    UUID id,
    NaturalKey key,
    ContentDigest digest,
    Application application,
    DerivedState derived,
    SealedApplicant applicant,
    SearchKeys keys,
    ReceiptNotes notes,
    Optional<String> subject,
    String answer,
    Optional<String> onBehalfOf,
    Optional<String> person,
    Optional<String> handler,
    List<Recording> stepRecordings,
    Instant recordedAt,
    Optional<TraceParent> trace) {

  /** A recorded application has as many versions as it was changed; posting is the first change. */
  public static final long FIRST_VERSION = 1;

  /** What the post says, to be compared with another one. */
  public Said said() {
    return new Said(digest, application.receipt());
  }

  /** Who logs it. */
  public Actor by() {
    return new Actor(key.clientId(), person, onBehalfOf);
  }

  /** The same with the answer as it was stored. */
  NewApplication answered(String stored) {
    return new NewApplication(
        id,
        key,
        digest,
        application,
        derived,
        applicant,
        keys,
        notes,
        subject,
        stored,
        onBehalfOf,
        person,
        handler,
        stepRecordings,
        recordedAt,
        trace);
  }
}
