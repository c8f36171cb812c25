/** Which organs a table is made of, and how much each gave. */
package disclosure.statistics.contribution;
