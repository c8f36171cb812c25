/**
 * What the tests of every service stand on: servers, clients, organs, rules of the architecture.
 */
package disclosure.edge.testing;
