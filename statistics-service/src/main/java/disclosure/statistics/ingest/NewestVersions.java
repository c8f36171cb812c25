package disclosure.statistics.ingest;

import disclosure.requests.contract.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Reads the events of a batch and keeps the newest state of each subject, by its id.
 *
 * @param topic where the events come from
 * @param type what they carry
 * @param id the subject's id as text
 * @param version the subject's version
 * @param form of the digests; grows with every other choice or text of the fields
 * @param counted the fields that the tables are made of, as one text that tells them apart
 */
record NewestVersions<T extends Record>(
    Topic topic,
    Class<T> type,
    Function<T, String> id,
    ToLongFunction<T> version,
    int form,
    Function<T, String> counted) {

  /** A state with what decides whether it is applied. */
  record Versioned<T>(String id, T state, long version, byte[] digest, long offset) {

    boolean contradicts(long otherVersion, byte[] otherDigest) {
      return version == otherVersion && Digest.contradict(digest, otherDigest);
    }
  }

  /**
   * What a batch says.
   *
   * @param newest the newest state of each subject
   * @param all every state that could be read, in the order of the events
   */
  record Batch<T>(TreeMap<String, Versioned<T>> newest, List<Versioned<T>> all) {}

  Batch<T> read(List<IncomingEvent> events, Rejections rejections) {
    TreeMap<String, Versioned<T>> newest = new TreeMap<>();
    List<Versioned<T>> all = new ArrayList<>();
    for (IncomingEvent event : events) {
      try {
        Versioned<T> read = read(event);
        Versioned<T> known = newest.getOrDefault(read.id(), read);
        if (read.contradicts(known.version(), known.digest())) {
          rejections.contradiction(event.offset(), read.id(), read.version());
          continue;
        }
        all.add(read);
        newest.merge(
            read.id(), read, (old, other) -> other.version() > old.version() ? other : old);
      } catch (Rejected rejected) {
        rejections.add(event.offset(), rejected.reason());
      }
    }
    return new Batch<>(newest, all);
  }

  private Versioned<T> read(IncomingEvent event) throws Rejected {
    T state = EventReader.read(topic, event, type);
    String subject = id.apply(state);
    EventReader.requireKey(event, subject);
    return new Versioned<>(
        subject,
        state,
        version.applyAsLong(state),
        Digest.of(form, counted.apply(state)),
        event.offset());
  }
}
