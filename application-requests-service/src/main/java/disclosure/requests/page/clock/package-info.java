/** What the statutory clock says of an application, in the words of the pages. */
package disclosure.requests.page.clock;
