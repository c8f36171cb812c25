/**
 * What the statistics service answers: the tables of the annual report that are counted, and the
 * identities that hold in them.
 */
package disclosure.statistics.contract;
