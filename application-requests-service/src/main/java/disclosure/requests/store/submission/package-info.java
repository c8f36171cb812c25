/** What was posted under which number, so that a repeat is told from another application. */
package disclosure.requests.store.submission;
