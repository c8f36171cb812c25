/**
 * The statutory clock as this register runs it: its policies come from the configuration, its
 * calendar from the product and from the yearly notices that an administrator loads.
 */
package disclosure.requests.deadline;
