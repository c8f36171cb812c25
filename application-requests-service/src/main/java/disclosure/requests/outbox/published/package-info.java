/** The events that Kafka has, as CloudEvents and in one order, for whoever tells others of them. */
package disclosure.requests.outbox.published;
