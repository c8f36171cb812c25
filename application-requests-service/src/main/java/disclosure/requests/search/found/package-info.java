/** Parts of what is found of an application. */
package disclosure.requests.search.found;
