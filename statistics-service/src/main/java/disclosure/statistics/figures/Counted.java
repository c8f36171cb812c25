package disclosure.statistics.figures;

import disclosure.edge.Text;
import java.util.Locale;

/**
 * Figures before they are put into an answer.
 *
 * @param population what they count, in both languages
 * @param count how many there are
 */
record Counted<T>(Text population, long count, T figures) {

  Population population(Locale language) {
    return new Population(population.in(language), count);
  }
}
