/** Who did or read what, as administrators look it up. */
package disclosure.requests.page.audit;
