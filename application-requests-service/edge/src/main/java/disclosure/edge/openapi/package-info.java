/**
 * What is the same in every service's OpenAPI document: names of operations, problems, value types,
 * codes, parameters, examples. All of it is done when a service is built.
 */
package disclosure.edge.openapi;
