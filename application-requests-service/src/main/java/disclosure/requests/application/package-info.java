/**
 * 依申请公开的一生: an application from receipt to conclusion as an immutable history of steps, and the
 * transitions that the Regulation allows. Plain Java; it knows neither the wire nor the tables.
 */
package disclosure.requests.application;
