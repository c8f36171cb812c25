/** Files of pages, looked over before they are opened. */
package disclosure.report.examination.page.guard;
