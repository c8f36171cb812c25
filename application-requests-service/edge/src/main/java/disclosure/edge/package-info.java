/**
 * What every service has at its HTTP edge. Every answer from 400 upwards is an RFC 9457 problem
 * that names each faulty field in the caller's language and never repeats what was sent; what is
 * read is read exactly or not at all; who calls, in which role and for which organs, comes from a
 * verified token; and one client can't use up a service.
 */
package disclosure.edge;
