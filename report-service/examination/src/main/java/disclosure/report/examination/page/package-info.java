/** Pages with signs at their places, what lies on them, and the readers of PDF and OFD. */
package disclosure.report.examination.page;
