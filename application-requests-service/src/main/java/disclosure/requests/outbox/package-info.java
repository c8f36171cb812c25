/**
 * The way from the register to Kafka. A change leaves its event in the outbox in its own
 * transaction; the relay sends what lies there, at least once and in order for each key.
 */
package disclosure.requests.outbox;
