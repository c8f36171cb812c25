package disclosure.statistics.figures;

/**
 * What figures count.
 *
 * @param text in the language of the answer
 * @param count how many there are
 */
public record Population(String text, long count) {}
