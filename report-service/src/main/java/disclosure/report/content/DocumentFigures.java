package disclosure.report.content;

/**
 * One kind of document in table two.
 *
 * @param issued 本年制发件数
 * @param repealed 本年废止件数
 * @param inForce 现行有效件数, at the end of the year
 */
public record DocumentFigures(long issued, long repealed, long inForce) {}
