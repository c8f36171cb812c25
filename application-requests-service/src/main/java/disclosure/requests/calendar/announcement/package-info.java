/** The yearly notices of days off, as an administrator loads them. */
package disclosure.requests.calendar.announcement;
