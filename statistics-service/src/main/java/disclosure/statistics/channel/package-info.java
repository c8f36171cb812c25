/** The way of the register's events from Kafka to the counting: positions, assignment, outages. */
package disclosure.statistics.channel;
