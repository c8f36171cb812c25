/**
 * Where a trace goes on: from a record that is read to its commit, and to whoever is told of it.
 */
package disclosure.statistics.trace;
