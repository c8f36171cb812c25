/** The published reports as a catalogue that everybody may read. */
package disclosure.report.catalogue;
