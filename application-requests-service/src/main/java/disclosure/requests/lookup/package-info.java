/**
 * By what an application is found: its numbers in the one writing that all of them are compared in,
 * and keyed digests of who applied, which give nothing to one who has the table alone.
 */
package disclosure.requests.lookup;
