/** Who calls, in which role, and for which organs: everything else is refused. */
package disclosure.statistics.security;
