#!/usr/bin/env bash
# A real S3 server for tests and development: a one-node Ceph (monitor, store, RADOS gateway) on loopback.
#   s3-server.sh start [DATA_DIR] [PORT]     install if missing, start, wait until healthy, print the endpoint
#   s3-server.sh stop  [DATA_DIR]            orderly stop, data kept
#   s3-server.sh kill  [DATA_DIR] [gateway]  kill -9 of all three daemons, or of the gateway alone
# Keys: archive / archive-secret. Only the endpoint goes to stdout. S3_DISK_GIB: store size (20).
set -euo pipefail

say() { echo "s3: $*" >&2; }
die() { say "error: $*"; exit 1; }
usage() { sed -n '3,6s/^# *//p' "$0" >&2; exit 2; }

[ $# -ge 1 ] && [ $# -le 3 ] || usage
D=$(realpath -m -- "${2:-${TMPDIR:-/tmp}/s3-data}")
[[ $D =~ ^/[A-Za-z0-9._/@+-]+$ ]] || die "DATA_DIR may hold only letters, digits and . _ / @ + - ($D)"
CONF=$D/ceph.conf
MADE=$D/made                  # present once the first start was done
DAEMONS=(gateway osd mon)     # in the order of stopping

# --- processes ---------------------------------------------------------------------------------
pid_of() { # prints the pid of a daemon that runs and is ours (its command line names our config)
  local pid
  read -r pid 2>/dev/null <"$D/run/$1.pid" && [[ $pid =~ ^[0-9]+$ ]] || return 1
  { tr '\0' '\n' <"/proc/$pid/cmdline" | grep -qxF -- "$CONF"; } 2>/dev/null && echo "$pid"
}
end() { # end SIGNAL DAEMON: signals, waits 10 s, then kills
  local pid i
  if pid=$(pid_of "$2"); then
    kill "-$1" "$pid" 2>/dev/null || true
    for ((i = 0; i < 300; i++)); do
      pid_of "$2" >/dev/null || break
      [ $i -ne 200 ] || { say "$2 is slow to stop, killing it" && kill -KILL "$pid" 2>/dev/null; } || true
      sleep 0.05
    done
    [ $i -lt 300 ] || die "$2 (pid $pid) does not end"
  fi
  rm -f -- "$D/run/$2.pid"
}
ours() { grep -qsxF '# made by s3-server.sh' -- "$CONF" "$CONF.new"; }
busy() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
healthy() { # one request to the gateway
  timeout 3 bash -c 'exec 3<>"/dev/tcp/127.0.0.1/$0" && printf "GET / HTTP/1.0\r\n\r\n" >&3 &&
    mapfile -t lines <&3 && [[ ${lines[0]} == *" 200 "* ]]' "$1" 2>/dev/null
}
fail() { # fail DAEMON MESSAGE: ends with the tail of that daemon's log
  { tail -qn 12 "$D/log/$1.out" "$D/log/$1.log" 2>/dev/null | grep . | cut -c1-240 >&2; } || true
  die "$2 (logs: $D/log)"
}
launch() { # launch DAEMON COMMAND...: each puts itself in the background and writes its pid file
  local name=$1
  shift
  pid_of "$name" >/dev/null && return 0
  rm -f -- "$D/run/$name.pid"
  timeout 120 "$@" -c "$CONF" --pid-file "$D/run/$name.pid" --log-file "$D/log/$name.log" \
    >"$D/log/$name.out" 2>&1 </dev/null 9>&- || fail "$name" "$name did not start"
}

# --- install -----------------------------------------------------------------------------------
install() {
  local p need=() run=(env DEBIAN_FRONTEND=noninteractive)
  for p in ceph-mon ceph-osd radosgw; do command -v $p >/dev/null || need+=("$p"); done
  [ ${#need[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || die "missing ${need[*]}, and there is no apt-get here"
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || die "missing ${need[*]}; run once as root (or with password-less sudo)"
    run=(sudo -n "${run[@]}")
  fi
  say "installing ${need[*]} (69 MB to fetch, 270 MB on disk)"
  get() { "${run[@]}" apt-get -qq -o DPkg::Lock::Timeout=300 "$@" >&2 9>&-; }
  { apt-cache show radosgw >/dev/null 2>&1 || get update; } &&
    { get install -y --no-install-recommends "${need[@]}" ||
      { get update && get install -y --no-install-recommends "${need[@]}"; }; } ||
    die "apt-get could not install ${need[*]}"
}

# --- start -------------------------------------------------------------------------------------
configure() { # configure FSID MON_PORT PORT: writes the config, not yet in its place
  cat >"$CONF.new" <<EOF
# made by s3-server.sh
# s3: $1 $2 $3
[global]
fsid = $1
mon host = [v2:127.0.0.1:$2]
mon initial members = a
public addr = 127.0.0.1
cluster addr = 127.0.0.1
ms bind msgr1 = false
auth cluster required = none
auth service required = none
auth client required = none
run dir = $D/run
crash dir = $D/log
admin socket =
paxos propose interval = 0.05
paxos min wait = 0.02
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 8
osd pool default pgp num = 8
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
[mon]
mon data = $D/mon
mon data avail warn = 2
mon data avail crit = 1
[osd]
osd data = $D/osd
osd objectstore = bluestore
crush location = root=default host=s3
bluestore block size = $((${S3_DISK_GIB:-20} << 30))
bluestore cache autotune = false
bluestore cache size = 134217728
# small write buffers: less memory, and little to replay after a kill
bluestore rocksdb options annex = write_buffer_size=33554432,max_total_wal_size=134217728
bdev aio poll ms = 10
osd op queue = wpq
osd op num shards = 2
osd op num threads per shard = 2
# how long a killed gateway can hold up metadata writes; the gateway pings twice a second
osd client watch timeout = 3
[client.rgw]
objecter tick interval = 0.5
# ask for a new map soon when the store came back under another address
objecter timeout = 1
ms mon client mode = crc
rgw data = $D/run
rgw frontends = beast endpoint=127.0.0.1:$3 tcp_nodelay=1
rgw enable apis = s3
rgw thread pool size = 64
rgw override bucket index max shards = 1
rgw dynamic resharding = false
rgw run sync thread = false
rgw gc obj min wait = 30
rgw gc processor period = 30
EOF
}
monitor() { # monitor FSID PORT: makes the monitor's store, or gives an existing one another port
  local map=$D/run/monmap addr="[v2:127.0.0.1:$2]" mon=(ceph-mon -c "$CONF.new" -i a --log-file "$D/log/mon.log")
  if [ -e "$MADE" ]; then
    "${mon[@]}" --extract-monmap "$map" && monmaptool --rm a "$map" && monmaptool --addv a "$addr" "$map" &&
      "${mon[@]}" --inject-monmap "$map"
  else
    monmaptool --create --clobber --fsid "$1" --addv a "$addr" "$map" && "${mon[@]}" --mkfs --monmap "$map"
  fi >"$D/log/mon.out" 2>&1 || fail mon "the monitor's store could not be set up"
}
start() {
  local want=$1 fsid='' port='' old='' monport n i t0=$SECONDS
  [[ -z $want || ($want =~ ^[1-9][0-9]{3,4}$ && $want -le 65535) ]] || die "PORT must be 1000..65535, not $want"
  ours || [ -z "$(find "$D" -mindepth 1 ! -name lock -print -quit)" ] || die "$D is not empty and was not made by this script"
  install
  if [ -e "$MADE" ]; then
    read -r fsid old port < <(sed -n 's/^# s3: //p' "$CONF") && [ -n "$port" ] || die "$CONF is damaged"
    if [ "${want:-$port}" != "$port" ] && pid_of gateway >/dev/null; then die "already running on port $port; stop it first"; fi
    port=${want:-$port}
  else # a first start, or one that was cut short: nothing of value is here yet
    for n in "${DAEMONS[@]}"; do end KILL "$n"; done
    rm -rf -- "$D"/{mon,osd,run,log}
    fsid=$(cat /proc/sys/kernel/random/uuid) port=${want:-9000}
  fi
  pid_of gateway >/dev/null || ! busy "$port" || die "port $port is in use by another program"
  monport=${old:-$((port == 65535 ? 1024 : port + 1))}
  if ! pid_of mon >/dev/null; then
    while [ "$monport" = "$port" ] || busy "$monport"; do monport=$((monport + 1)); done
  fi
  configure "$fsid" "$monport" "$port"
  mkdir -p -- "$D"/{mon,osd,run,log}
  [ "$monport" = "$old" ] || monitor "$fsid" "$monport"
  mv -- "$CONF.new" "$CONF"
  launch mon ceph-mon -i a
  if [ ! -e "$MADE" ]; then
    timeout 60 ceph -c "$CONF" osd new "$fsid" 0 >"$D/log/osd.out" 2>&1 9>&- || fail mon "the monitor does not answer"
    ceph-osd -c "$CONF" -i 0 --mkfs --osd-uuid "$fsid" --log-file "$D/log/osd.log" >"$D/log/osd.out" 2>&1 ||
      fail osd "the store could not be made; is the disk full, or without O_DIRECT?"
  fi
  launch osd ceph-osd -i 0
  launch gateway radosgw -n client.rgw
  local missing gone=0
  for ((i = 0; i < 600; i++)); do
    missing=
    for n in "${DAEMONS[@]}"; do pid_of "$n" >/dev/null || missing=$n; done
    [ -n "$missing" ] || ! healthy "$port" || break
    # a daemon writes its pid file a moment after it went to the background
    if [ -n "$missing" ]; then gone=$((gone + 1)); else gone=0; fi
    [ $gone -lt 50 ] || fail "$missing" "$missing ended while starting"
    sleep 0.1
  done
  [ $i -lt 600 ] || fail gateway "the gateway is not healthy after 60 s"
  if [ ! -e "$MADE" ]; then
    timeout 60 radosgw-admin -c "$CONF" -n client.rgw user create --uid=archive --display-name=archive --max-buckets=0 \
      --access-key=archive --secret-key=archive-secret >"$D/log/user.out" 2>&1 9>&- || fail user "the keys could not be made"
    touch "$MADE"
  fi
  say "ready in $((SECONDS - t0)) s; keys archive / archive-secret; data in $D"
  echo "http://127.0.0.1:$port"
}

case $1 in
  start) mkdir -p -- "$D" || die "cannot make $D" ;;
  stop | kill) ours || { say "nothing was started in $D"; exit 0; } ;;
  *) usage ;;
esac
exec 9>"$D/lock" && flock -w 300 9 || die "another run of this script holds $D"
case $1 in
  start) start "${3:-}" ;;
  stop) for n in "${DAEMONS[@]}"; do end TERM "$n"; done ;;
  kill)
    [[ -z ${3:-} || $3 = gateway ]] || usage
    set -- ${3:-"${DAEMONS[@]}"}
    for n in "$@"; do kill -KILL "$(pid_of "$n")" 2>/dev/null || true; done
    for n in "$@"; do end KILL "$n"; done
    ;;
esac
