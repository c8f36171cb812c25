/**
 * The arithmetic: which cells an application counts in, how a change of its state moves them, and
 * how a table for any period follows from daily counts. Plain Java.
 */
package disclosure.statistics.count;
