/** The directory of organs (行政机关) and the tree that they form. */
package disclosure.requests.organ;
