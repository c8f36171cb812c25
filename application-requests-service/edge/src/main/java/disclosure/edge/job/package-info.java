/**
 * Background work over HTTP, the same in every service that sets {@code jobs.served}: what is not
 * finished, what is parked, what is tried again and what is called off.
 */
package disclosure.edge.job;
