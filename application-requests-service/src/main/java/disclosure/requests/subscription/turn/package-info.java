/**
 * How a subscription is told of events, turn by turn, and what becomes of those that are refused.
 */
package disclosure.requests.subscription.turn;
