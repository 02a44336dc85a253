#!/bin/sh
# Runs a validator as a test, and skips where it is not installed when it runs: if-installed.sh TOOL [ARGUMENT...]
command -v "$1" >/dev/null || { echo "skipped: $1 is missing"; exit 77; }
exec "$@"
