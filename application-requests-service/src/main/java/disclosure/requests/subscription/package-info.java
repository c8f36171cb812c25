/**
 * Other systems that are told of events over HTTP, beside Kafka: they subscribe, and are told in
 * order, at least once, of what their client may see at that moment.
 */
package disclosure.requests.subscription;
