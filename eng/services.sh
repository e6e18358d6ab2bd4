#!/usr/bin/env bash
# The servers of many machines on this one, for tests and development: PostgreSQL and an S3 server, on loopback only.
# usage: services.sh start [FOLDER]   installs what is missing, starts both, prints how to reach them as lines for a shell
#        services.sh stop  [FOLDER]   stops both and removes FOLDER with all they held
#   e.g. source <(eng/services.sh start)
# Neither writes through to the disk for sure, as a real one must: what they hold may be lost with the power.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$(realpath -m "${2:-${TMPDIR:-/tmp}/award-archive-services-$(cksum <<<"$root" | cut -d' ' -f1)}")
database=$folder/postgres

free_port() {
  local port=$1
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  echo "$port"
}

# PostgreSQL refuses to run as root.
as_owner() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && exec setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@")
  else
    "$@"
  fi
}

binaries() {
  local found
  found=$(find /usr/lib/postgresql -maxdepth 3 -name pg_ctl -path '*/bin/*' 2>/dev/null | sort -V | tail -n 1)
  dirname "${found:?PostgreSQL is not installed}"
}

start_postgres() {
  local bin port
  [ -n "$(find /usr/lib/postgresql -maxdepth 3 -name pg_ctl 2>/dev/null | head -n 1)" ] || "$root/eng/packages.sh" postgresql
  bin=$(binaries)
  if [ ! -e "$database/port" ]; then
    rm -rf "$database"
    mkdir -p "$database"
    echo archive-secret >"$database/password"
    [ "$(id -u)" -ne 0 ] || chown -R postgres "$database"
    # Sorts as Vietnamese does: what the archive does may not depend on the collation of a server.
    as_owner "$bin/initdb" -D "$database/data" -U archive -A scram-sha-256 --pwfile="$database/password" \
      -E UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=vi >&2
    free_port 54320 >"$database/port"
  fi
  port=$(cat "$database/port")
  as_owner "$bin/pg_ctl" -D "$database/data" status >/dev/null 2>&1 ||
    as_owner "$bin/pg_ctl" -D "$database/data" -w -t 60 -l "$database/data/log" \
      -o "-c listen_addresses=127.0.0.1 -p $port -c unix_socket_directories= -c max_connections=300 -c fsync=off -c jit=off -c shared_preload_libraries=pg_stat_statements" start >&2
  postgres="Host=127.0.0.1;Port=$port;Username=archive;Password=archive-secret;Database=postgres"
}

case ${1:-} in
  start)
    mkdir -p "$folder"
    chmod 755 "$folder"
    start_postgres
    if [ -e "$folder/s3.port" ]; then port=$(cat "$folder/s3.port"); else port=$(free_port 9000); fi
    endpoint=$("$root/eng/s3-server.sh" start "$folder/s3" "$port")
    echo "$port" >"$folder/s3.port"
    printf 'export AWARD_ARCHIVE_TEST_POSTGRES=%q\nexport AWARD_ARCHIVE_TEST_S3=%q\n' "$postgres" "$endpoint"
    ;;
  stop)
    if [ -e "$database/port" ]; then as_owner "$(binaries)/pg_ctl" -D "$database/data" -m fast -w stop >&2 || true; fi
    "$root/eng/s3-server.sh" stop "$folder/s3"
    rm -rf "$folder"
    ;;
  *)
    sed -n '3,7s/^# *//p' "${BASH_SOURCE[0]}" >&2
    exit 2
    ;;
esac
