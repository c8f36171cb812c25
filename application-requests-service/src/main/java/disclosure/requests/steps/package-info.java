/**
 * Steps as they are sent, and how one is appended. One that is sent again, after whatever failure,
 * is answered as the first time and stores nothing.
 */
package disclosure.requests.steps;
