/** Who of the office handles an application, as a page. */
package disclosure.requests.page.handling;
