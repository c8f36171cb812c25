/** Looks whether the counts are what the states say, again and again. */
package disclosure.statistics.reconcile;
