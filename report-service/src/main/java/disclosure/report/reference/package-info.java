/** Figures in texts: references by name, their values, and sentences proposed with them. */
package disclosure.report.reference;
