/** Pages of disputes: a new one, one as it stands, and what is recorded of it. */
package disclosure.requests.page.disputes;
