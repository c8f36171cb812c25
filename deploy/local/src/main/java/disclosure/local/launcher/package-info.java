/**
 * Starts the whole product on one machine, keeps its data, and stops it without leaving anything.
 */
package disclosure.local.launcher;
