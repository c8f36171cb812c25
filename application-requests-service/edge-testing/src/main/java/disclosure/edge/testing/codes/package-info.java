/** Which test provokes which code of a problem, and whether it still does. */
package disclosure.edge.testing.codes;
