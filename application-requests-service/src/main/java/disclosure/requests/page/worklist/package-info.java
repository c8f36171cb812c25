/** What is to be done, and searches, as a page. */
package disclosure.requests.page.worklist;
