/** The printed page as OFD (GB/T 33190-2016). */
package disclosure.report.document.ofd;
