/**
 * The part of an annual report that people write: its texts, the figures of section two and its
 * signature. Every version is kept.
 */
package disclosure.report.draft;
