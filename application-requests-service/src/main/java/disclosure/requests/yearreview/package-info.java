/** How a year's applications were handled, for the texts and checks of the annual report. */
package disclosure.requests.yearreview;
