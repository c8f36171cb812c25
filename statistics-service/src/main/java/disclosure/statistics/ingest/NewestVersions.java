package disclosure.statistics.ingest;

import disclosure.requests.contract.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Reads the events of a batch and keeps the newest state of each subject, by its id. */
final class NewestVersions<T extends Record> {

  /** A state with what decides whether it is applied. */
  record Versioned<T>(String id, T state, long version, byte[] digest, long offset) {}

  private final Topic topic;
  private final Class<T> type;
  private final Function<T, String> id;
  private final ToLongFunction<T> version;

  NewestVersions(Topic topic, Class<T> type, Function<T, String> id, ToLongFunction<T> version) {
    this.topic = topic;
    this.type = type;
    this.id = id;
    this.version = version;
  }

  TreeMap<String, Versioned<T>> read(List<IncomingEvent> events, Rejections rejections) {
    TreeMap<String, Versioned<T>> newest = new TreeMap<>();
    for (IncomingEvent event : events) {
      try {
        T state = EventReader.read(topic, event, type);
        String subject = id.apply(state);
        EventReader.requireKey(event, subject);
        Versioned<T> read =
            new Versioned<>(
                subject, state, version.applyAsLong(state), Digest.of(state), event.offset());
        Versioned<T> known = newest.get(subject);
        if (known == null || read.version() > known.version()) {
          newest.put(subject, read);
        } else if (read.version() == known.version()
            && !Arrays.equals(read.digest(), known.digest())) {
          rejections.contradiction(event.offset(), subject, read.version());
        }
      } catch (Rejected rejected) {
        rejections.add(event.offset(), rejected.reason());
      }
    }
    return newest;
  }
}
