/**
 * How the service refuses: every answer from 400 upwards is an RFC 9457 problem that names each
 * faulty field in the caller's language and never repeats what was sent.
 */
package disclosure.statistics.problem;
