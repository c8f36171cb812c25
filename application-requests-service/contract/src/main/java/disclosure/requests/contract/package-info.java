/**
 * What the register publishes: the codes of the statutory form, and the state-carrying events on
 * its Kafka topics. The codes are the same in Java, JSON, SQL and topics and are never translated
 * twice.
 */
package disclosure.requests.contract;
