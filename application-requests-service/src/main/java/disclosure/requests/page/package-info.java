/** What clerks see of the register: the same use cases as over HTTP, as pages. */
package disclosure.requests.page;
