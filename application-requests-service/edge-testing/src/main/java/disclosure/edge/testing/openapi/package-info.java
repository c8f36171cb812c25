/**
 * What a service says of its API at {@code /openapi}, held against rules and against its answers.
 */
package disclosure.edge.testing.openapi;
