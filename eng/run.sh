#!/usr/bin/env bash
# From a fresh checkout to a running archive: installs what is missing, builds, loads the demo scans the first time, serves.
# usage: run.sh [DATA_FOLDER]   (default: data, beside this checkout's README)
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
data=$(realpath -m "${1:-$root/data}")
url=${AWARD_ARCHIVE_URL:-http://127.0.0.1:8080}

"$root/eng/packages.sh"

# The mark stays until the demo is loaded whole, so that an interrupted first start is finished by the second.
loading=$data/.demo-loading
if [ ! -e "$data/catalog.db" ]; then
  mkdir -p "$data"
  touch "$loading"
fi
if [ -e "$loading" ]; then
  echo "Loading the demo scans (fictional people) into $data …"
  "$root/eng/award-archive" demo --data "$data" && rm -f "$loading"
fi

echo "Serving $data at $url (sign in as admin; the first start prints the password) — search: $url/?q=ba+me+viet+nam+anh+hung — REST: $url/openapi/v1.json — jobs: $url/hangfire"
exec "$root/eng/award-archive" serve --data "$data" --urls "$url"
