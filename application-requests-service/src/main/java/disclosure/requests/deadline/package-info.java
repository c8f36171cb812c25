/**
 * The statutory clock as this register runs it: its policies come from the configuration, its
 * calendar from the product and from what was announced; due dates are told, and counted again when
 * what they rest on changes.
 */
package disclosure.requests.deadline;
