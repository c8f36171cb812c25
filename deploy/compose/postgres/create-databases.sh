#!/usr/bin/env bash
# Runs once, on an empty data directory: a database for each service with a role that owns and migrates it and a role
# that the service works with, which gets its rights from the migrations. The counts of the statistics belong to a third
# role, without a password: the working role takes its place to make them anew, and has none of its rights otherwise.
set -euo pipefail

create() {
  psql --username "$POSTGRES_USER" --dbname postgres --no-psqlrc --quiet -v ON_ERROR_STOP=1 \
    -v database="$1" -v owner="$1_owner" -v owner_password="$2" <<'SQL'
CREATE ROLE :"owner" LOGIN PASSWORD :'owner_password';
CREATE DATABASE :"database" OWNER :"owner";
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
SQL
}

admit() {
  psql --username "$POSTGRES_USER" --dbname postgres --no-psqlrc --quiet -v ON_ERROR_STOP=1 \
    -v database="$1" -v service="$1_service" -v service_password="$2" <<'SQL'
CREATE ROLE :"service" LOGIN PASSWORD :'service_password';
GRANT CONNECT ON DATABASE :"database" TO :"service";
SQL
}

# What everybody may enter otherwise.
psql --username "$POSTGRES_USER" --dbname postgres --no-psqlrc --quiet -v ON_ERROR_STOP=1 <<'SQL'
REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC;
SQL

create requests "$REQUESTS_OWNER_PASSWORD"
admit requests "$REQUESTS_SERVICE_PASSWORD"
create statistics "$STATISTICS_OWNER_PASSWORD"
admit statistics "$STATISTICS_SERVICE_PASSWORD"
psql --username "$POSTGRES_USER" --dbname postgres --no-psqlrc --quiet -v ON_ERROR_STOP=1 <<'SQL'
CREATE ROLE statistics_rebuild NOLOGIN;
GRANT statistics_rebuild TO statistics_owner;
GRANT statistics_rebuild TO statistics_service WITH INHERIT FALSE, SET TRUE;
GRANT CREATE ON DATABASE statistics TO statistics_rebuild;
SQL
create report "$REPORT_OWNER_PASSWORD"
admit report "$REPORT_SERVICE_PASSWORD"
create keycloak "$KEYCLOAK_OWNER_PASSWORD"
