/** Who sees the pages for administrators, and how one goes from one of them to the other. */
package disclosure.requests.page.administration;
