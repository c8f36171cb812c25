/** What a report says of itself, and its texts by section. */
package disclosure.report.examination.text;
