/** The working-day calendar as administrators see and change it. */
package disclosure.requests.page.calendar;
