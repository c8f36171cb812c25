/** Reports that an organ published elsewhere, taken over as its reports of those years. */
package disclosure.report.takenover;
