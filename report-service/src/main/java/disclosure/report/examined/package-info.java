/** Published reports of whomever, examined as they are handed over; nothing of them is stored. */
package disclosure.report.examined;
