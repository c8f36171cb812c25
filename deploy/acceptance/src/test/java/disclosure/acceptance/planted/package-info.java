/** Bugs that are planted to see whether the tests find them. */
package disclosure.acceptance.planted;
