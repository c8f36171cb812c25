/** The directory of organs as administrators see and change it. */
package disclosure.requests.page.organs;
