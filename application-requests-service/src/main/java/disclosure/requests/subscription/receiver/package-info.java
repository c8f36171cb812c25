/**
 * Systems that are told of events over HTTP: which may be, how a message is signed, what they
 * answer.
 */
package disclosure.requests.subscription.receiver;
