/** Table three of all organs below one, in one answer. */
package disclosure.statistics.below;
