#!/usr/bin/env bash
# Creates the register's topics where they are missing, gives them their settings, and says who may do what with them;
# safe to run again. Runs as one whom the brokers take for an administrator (super.users).
# The table is that of disclosure.requests.contract.Topic: name, partitions. Partitions are never changed later.
set -euo pipefail

BIN=/opt/kafka/bin
SETTINGS=cleanup.policy=compact,max.compaction.lag.ms=604800000,delete.retention.ms=2592000000,compression.type=producer

CONFIG=$(mktemp)
cat >"$CONFIG" <<CLIENT
security.protocol=$KAFKA_SECURITY_PROTOCOL
ssl.keystore.type=PEM
ssl.keystore.location=$KAFKA_SSL_KEYSTORE_LOCATION
ssl.truststore.type=PEM
ssl.truststore.location=$KAFKA_SSL_TRUSTSTORE_LOCATION
CLIENT

ask() {
  "$BIN/$1" </dev/null --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --command-config "$CONFIG" "${@:2}"
}

allow() {
  ask kafka-acls.sh --add --allow-principal "User:CN=$1" "${@:2}"
}

while read -r topic partitions; do
  ask kafka-topics.sh --create --if-not-exists \
    --topic "$topic" --partitions "$partitions" --replication-factor "$TOPIC_REPLICATION_FACTOR"
  ask kafka-configs.sh --alter --entity-type topics \
    --entity-name "$topic" --add-config "$SETTINGS,min.insync.replicas=$TOPIC_MIN_INSYNC_REPLICAS"
  # The register writes, the statistics read; nobody else does either.
  allow application-requests-service --operation Write --operation Describe --topic "$topic"
  allow statistics-service --operation Read --operation Describe --topic "$topic"
done <<'TOPICS'
disclosure.applications 6
disclosure.organs 1
disclosure.disputes 1
TOPICS
allow statistics-service --operation Read --group statistics-service
