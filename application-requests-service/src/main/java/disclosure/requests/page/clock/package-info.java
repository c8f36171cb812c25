/** The statutory clock in words. */
package disclosure.requests.page.clock;
