package disclosure.report.content;

import java.util.List;
import java.util.Optional;

/**
 * A figure that no table holds, such as the visits to a website: texts refer to it by its name.
 *
 * @param name how texts refer to it: a letter, then letters and digits
 * @param label what it counts, for people
 * @param value 0 or more; empty until it is entered
 * @param parts the names of the figures that add up to it; empty when it stands alone
 */
public record NamedFigure(String name, String label, Optional<Long> value, List<String> parts) {

  /** One that is entered. */
  public NamedFigure(String name, String label, long value, List<String> parts) {
    this(name, label, Optional.of(value), parts);
  }

  /** A defensive copy is kept. */
  public NamedFigure {
    parts = List.copyOf(parts);
  }

  /** The same with another value. */
  public NamedFigure with(Optional<Long> other) {
    return new NamedFigure(name, label, other, parts);
  }
}
