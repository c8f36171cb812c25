/** Finding applications: lists, searches, worklists and exports. */
package disclosure.requests.search;
