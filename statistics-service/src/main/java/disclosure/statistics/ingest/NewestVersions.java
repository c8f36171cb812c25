package disclosure.statistics.ingest;

import disclosure.requests.contract.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   * @param newest the newest state of each subject, by its id and in the order of the ids
   * @param all every state that could be read, in the order of the events
   */
  record Batch<T>(Map<String, Versioned<T>> newest, List<Versioned<T>> all) {}

  Batch<T> read(List<IncomingEvent> events, Rejections rejections) {
    Map<String, Versioned<T>> newest = new HashMap<>();
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
    return new Batch<>(inOrder(newest), all);
  }

  private static <T> Map<String, T> inOrder(Map<String, T> byId) {
    String[] ids = byId.keySet().toArray(String[]::new);
    Arrays.sort(ids);
    Map<String, T> ordered = new LinkedHashMap<>();
    for (String id : ids) {
      ordered.put(id, byId.get(id));
    }
    return ordered;
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
