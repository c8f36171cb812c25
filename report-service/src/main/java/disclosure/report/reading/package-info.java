/** Reading a report: its six sections put together with the figures of this moment and checked. */
package disclosure.report.reading;
