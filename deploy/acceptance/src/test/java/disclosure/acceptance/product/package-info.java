/** The whole packaged product, started by its own command and seen from outside. */
package disclosure.acceptance.product;
