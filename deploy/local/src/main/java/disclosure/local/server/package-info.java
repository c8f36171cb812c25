/**
 * Real servers inside or beside this JVM: PostgreSQL, Kafka and an OIDC issuer, for loopback only.
 */
package disclosure.local.server;
