/**
 * Makes the counts anew from the topics, beside those that are asked, compares both and puts the
 * new ones in the place of the old.
 */
package disclosure.statistics.rebuild;
