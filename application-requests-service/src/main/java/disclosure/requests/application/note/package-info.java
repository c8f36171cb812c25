/** What is noted of applications and steps for the file: neither the clock nor a count knows it. */
package disclosure.requests.application.note;
