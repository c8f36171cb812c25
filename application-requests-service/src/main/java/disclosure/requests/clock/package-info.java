/**
 * 法定期限: folds the steps of an application into the last day for the answer and an account of every
 * day. Plain Java, without a clock: the day of the question is a parameter.
 */
package disclosure.requests.clock;
