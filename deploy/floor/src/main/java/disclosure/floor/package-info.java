/**
 * The least that a service of this kind can do: what the figures of the services are compared with.
 */
package disclosure.floor;
