/**
 * Traces by the conventions of OpenTelemetry: which span a change belongs to, and what of spans may
 * leave the service. While traces are off, nothing is made and nothing is looked at.
 */
package disclosure.edge.trace;
