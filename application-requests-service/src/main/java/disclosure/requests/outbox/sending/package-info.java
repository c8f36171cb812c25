/** How a batch of events that wait is sent to Kafka, and what became of it. */
package disclosure.requests.outbox.sending;
