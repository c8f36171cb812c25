/** Files of pages, looked over before they are opened, and counted while they are parsed. */
package disclosure.report.examination.page.guard;
