/** The page of who applies, in full. */
package disclosure.requests.page.applicant;
