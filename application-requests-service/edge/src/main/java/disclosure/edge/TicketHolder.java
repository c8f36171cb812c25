package disclosure.edge;

import java.time.Instant;
import java.util.Set;

/**
 * Who got a ticket, with the rights that the token gave.
 *
 * @param rightsEndAt when the token ends, and with it what the ticket opened
 */
record TicketHolder(Caller caller, Set<String> roles, Instant rightsEndAt) {}
