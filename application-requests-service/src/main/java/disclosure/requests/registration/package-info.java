/**
 * How applications come into the register over HTTP: singly and in batches. A post that is sent
 * again, after whatever failure, answers as the first one did and stores nothing.
 */
package disclosure.requests.registration;
