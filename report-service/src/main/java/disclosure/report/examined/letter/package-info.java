/** What an organ is written about its report. */
package disclosure.report.examined.letter;
