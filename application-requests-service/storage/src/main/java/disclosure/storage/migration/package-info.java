/**
 * The tables of a service's database, made by their owner in a process of its own; and the service,
 * which works under another role, looks whether that was done.
 */
package disclosure.storage.migration;
