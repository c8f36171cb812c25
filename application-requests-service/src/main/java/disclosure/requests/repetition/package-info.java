/** Posts that come again: compared with the first ones, with a trace and within bounds. */
package disclosure.requests.repetition;
