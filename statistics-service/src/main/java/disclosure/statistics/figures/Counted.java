package disclosure.statistics.figures;

import disclosure.edge.Text;
import java.util.Locale;

/**
 * Figures before they are put into an answer.
 *
 * @param population what they count, in both languages
 * @param count how many there are
 */
public record Counted<T>(Text population, long count, T figures) {

  /** What they count, in one of the languages. */
  public Population population(Locale language) {
    return new Population(population.in(language), count);
  }
}
