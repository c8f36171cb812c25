/** What became of background work, and what of it is to be tried again. */
package disclosure.requests.job;
