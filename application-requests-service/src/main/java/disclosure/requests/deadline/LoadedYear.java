package disclosure.requests.deadline;

import disclosure.requests.calendar.CalendarYear;
import java.time.Instant;

/**
 * A year as an administrator loaded it.
 *
 * @param division where its days hold
 * @param number grows with every change of the year, from 1; a loaded year that takes the place of
 *     one of the product goes on from that one's number
 * @param days the announced days; their version is the year and the number
 * @param loadedBy the client that sent it
 * @param loadedAt when
 */
public record LoadedYear(
    Division division, int number, CalendarYear days, String loadedBy, Instant loadedAt) {}
