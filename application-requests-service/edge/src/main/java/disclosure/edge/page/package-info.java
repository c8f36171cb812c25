/** What the pages of every service stand on: who signs in to them, and what they bear. */
package disclosure.edge.page;
