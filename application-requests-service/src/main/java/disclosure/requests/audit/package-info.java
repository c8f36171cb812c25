/** The trail of who changed what, written with each change and never edited. */
package disclosure.requests.audit;
