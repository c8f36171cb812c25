/** Tells those who watch a table of its changes, as server-sent events. */
package disclosure.statistics.live;
