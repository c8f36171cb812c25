/** Records that could not be counted: listed, and tried again. */
package disclosure.statistics.redrive;
