#!/bin/sh
# Makes an authority for Kafka, and with it a key and a certificate for the broker, for whoever creates topics and for each
# service that uses Kafka; what is there already stays. A name in a certificate is who Kafka takes its bearer for.
set -eu
umask 077
folder=${1:?Say where to put the certificates}
days=825
mkdir -p "$folder"
cd "$folder"

if [ ! -f ca.key ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj "/CN=disclosure-kafka" \
    -keyout ca.key -out ca.pem 2>/dev/null
fi
for name in kafka operator application-requests-service statistics-service; do
  if [ ! -f "$name.pem" ]; then
    openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$name.key" 2>/dev/null
    openssl req -new -key "$name.key" -subj "/CN=$name" -out "$name.csr"
    printf 'subjectAltName=DNS:%s,DNS:localhost,IP:127.0.0.1\n' "$name" >"$name.ext"
    openssl x509 -req -in "$name.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days "$days" -extfile "$name.ext" \
      -out "$name.crt" 2>/dev/null
    cat "$name.key" "$name.crt" >"$name.pem"
    rm "$name.key" "$name.csr" "$name.ext" "$name.crt"
  fi
done
# Everybody may know the authority; its key stays here.
chmod 444 ca.pem
