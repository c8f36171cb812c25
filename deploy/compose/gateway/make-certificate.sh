#!/bin/sh
# For trying out: makes a key and a certificate for a name that nobody else vouches for; what is there already stays.
# In production the certificate comes from the authority that the office's browsers trust.
set -eu
umask 077
folder=${1:?Say where to put the certificate}
name=${2:?Say for which name it is}
mkdir -p "$folder"
cd "$folder"
if [ ! -f key.pem ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 90 -subj "/CN=$name" \
    -addext "subjectAltName=DNS:$name" -keyout key.pem -out certificate.pem 2>/dev/null
fi
