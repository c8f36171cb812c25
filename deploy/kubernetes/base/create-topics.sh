#!/usr/bin/env bash
# Creates the register's topics where they are missing and gives them their settings; safe to run again.
# The table is that of disclosure.requests.contract.Topic: name, partitions. Partitions are never changed later.
set -euo pipefail

BIN=/opt/kafka/bin
SETTINGS=cleanup.policy=compact,max.compaction.lag.ms=604800000,delete.retention.ms=2592000000,compression.type=producer

while read -r topic partitions; do
  "$BIN/kafka-topics.sh" </dev/null --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --create --if-not-exists \
    --topic "$topic" --partitions "$partitions" --replication-factor "$TOPIC_REPLICATION_FACTOR"
  "$BIN/kafka-configs.sh" </dev/null --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --alter --entity-type topics \
    --entity-name "$topic" --add-config "$SETTINGS,min.insync.replicas=$TOPIC_MIN_INSYNC_REPLICAS"
done <<'TOPICS'
disclosure.applications 6
disclosure.organs 1
disclosure.disputes 1
TOPICS
