/** What became of background work, what of it is tried again, and what is called off. */
package disclosure.requests.job;
