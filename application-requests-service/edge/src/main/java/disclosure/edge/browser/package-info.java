/** Which pages of other origins may read a service's answers in a browser. */
package disclosure.edge.browser;
