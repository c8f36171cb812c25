package disclosure.report.examination.label;

import disclosure.report.examination.line.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Labels that a text may be one of. A misspelt one is known within so many changes that it can't be
 * taken for another.
 *
 * @param <T> what the labels are of
 */
public final class LabelBook<T> {

  private static final int MIN_FUZZY = 4;
  private static final int CHARACTERS_A_CHANGE = 4;

  /** A longer text is no label. */
  private static final int MAX_LENGTH = 80;

  private record Label<T>(T of, String words) {}

  /**
   * What a text is the label of.
   *
   * @param exact whether it is exactly the form's
   */
  public record Match<T>(T of, boolean exact) {}

  private record Key<T>(T of, String words) {}

  private final List<Label<T>> labels = new ArrayList<>();
  private volatile Map<Label<T>, Integer> radii = Map.of();
  private final List<Key<T>> keys = new ArrayList<>();

  /** Adds the form's label, or another usual one. */
  public LabelBook<T> label(T of, String... texts) {
    for (String text : texts) {
      labels.add(new Label<>(of, Words.of(text)));
    }
    radii = Map.of();
    return this;
  }

  /** Units of work that it takes to compare such words with all labels. */
  public static long work(String words) {
    return words.length() > MAX_LENGTH ? 1 : 10L + 10L * words.length();
  }

  /** Adds words that stand in the labels of this alone. */
  public LabelBook<T> key(T of, String... words) {
    for (String one : words) {
      keys.add(new Key<>(of, Words.of(one)));
    }
    return this;
  }

  /** What the words are the label of. */
  public Optional<Match<T>> match(String words) {
    if (words.isEmpty() || words.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    for (Label<T> label : labels) {
      if (label.words().equals(words)) {
        return Optional.of(new Match<>(label.of(), true));
      }
    }
    return near(words).or(() -> byKey(words));
  }

  private Map<Label<T>, Integer> radii() {
    Map<Label<T>, Integer> known = radii;
    if (known.isEmpty()) {
      Map<Label<T>, Integer> all = new HashMap<>();
      labels.forEach(label -> all.put(label, radius(label)));
      known = Map.copyOf(all);
      radii = known;
    }
    return known;
  }

  private Optional<Match<T>> near(String words) {
    Map<Label<T>, Integer> known = radii();
    Label<T> best = null;
    int least = Integer.MAX_VALUE;
    int others = Integer.MAX_VALUE;
    for (Label<T> label : labels) {
      int apart = Math.abs(label.words().length() - words.length());
      if (label.words().length() < MIN_FUZZY || apart > known.get(label) + 2) {
        continue;
      }
      int distance = Words.distance(words, label.words());
      if (best != null && best.of().equals(label.of())) {
        if (distance < least) {
          least = distance;
          best = label;
        }
      } else if (distance < least) {
        others = least;
        least = distance;
        best = label;
      } else {
        others = Math.min(others, distance);
      }
    }
    return best != null && least <= known.get(best) && others >= least + 2
        ? Optional.of(new Match<>(best.of(), false))
        : Optional.empty();
  }

  private int radius(Label<T> label) {
    int nearest = Integer.MAX_VALUE;
    for (Label<T> other : labels) {
      if (!other.of().equals(label.of())) {
        int most = Math.max(other.words().length(), label.words().length());
        int apart = Math.abs(other.words().length() - label.words().length());
        nearest =
            Math.min(
                nearest, apart > most / 2 ? apart : Words.distance(other.words(), label.words()));
      }
    }
    return Math.min(label.words().length() / CHARACTERS_A_CHANGE, (nearest - 1) / 2);
  }

  private Optional<Match<T>> byKey(String words) {
    T found = null;
    for (Key<T> key : keys) {
      if (words.contains(key.words())) {
        if (found != null && !found.equals(key.of())) {
          return Optional.empty();
        }
        found = key.of();
      }
    }
    return Optional.ofNullable(found).map(of -> new Match<>(of, false));
  }
}
