/** What the register gave up for now, with its causes, as administrators have it tried again. */
package disclosure.requests.page.parked;
