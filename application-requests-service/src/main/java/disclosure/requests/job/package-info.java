/** Who called off what of the register's background work, or had it tried again. */
package disclosure.requests.job;
