#!/usr/bin/env bash
# A register's server for demo and trials: PostgreSQL on a free port of loopback with an authority, TLS and
# the configuration that is shipped beside this file, all in one folder. Never for real data.
#   private-cluster.sh start DIR     makes it in DIR/authority and DIR/server, or starts it again
#   private-cluster.sh stop DIR
#   private-cluster.sh run DIR       the same in the foreground, on a port drawn anew; ends with who ran it
#   private-cluster.sh revocations DIR                the authority's list of revoked certificates, at once
#   private-cluster.sh key DIR                        the file of the server's key
#   private-cluster.sh administrator DIR [DATABASE]   libpq's connection string over the socket
#   private-cluster.sh reached DIR [DATABASE]         host, port and database, as a station is told
# As root, PostgreSQL runs as the account postgres, which must be able to reach DIR.
set -euo pipefail

fail() { echo "private-cluster.sh: $*" >&2; exit 1; }
usage() { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" | sed '$d' >&2; exit 2; }
[ $# -ge 2 ] || usage
here=$(cd "$(dirname "$0")" && pwd)
bin=${MADOGUCHI_PG_BIN:-/usr/lib/postgresql/15/bin}
command=$1
place=$2
database=${3:-madoguchi}
as_server=()
owner=$(id -un)
if [ "$(id -u)" -eq 0 ]; then
  as_server=(setpriv --reuid=postgres --regid=postgres --clear-groups --)
  owner=postgres
fi

port() { sed -n 's/^port = \([0-9]*\)$/\1/p' "$server/postgresql.conf" | tail -n 1; }
put() { # put FROM TO: readable by the server alone
  install -m 600 -o "$owner" "$1" "$server/$2"
}

configure() { # configure PORT
  {
    cat "$here/postgresql.conf"
    echo "listen_addresses = '127.0.0.1'"
    echo "port = $1"
    echo "unix_socket_directories = '$server'"
    for name in cert_file:server.crt key_file:server.key ca_file:root.crt crl_file:root.crl; do
      echo "ssl_${name%%:*} = '$server/${name#*:}'"
    done
    echo "hba_file = '$server/pg_hba.conf'"
    echo "ident_file = '$server/pg_ident.conf'"
    # A server of one city for one person at one desk.
    echo "shared_buffers = 128MB"
    echo "effective_cache_size = 512MB"
    echo "maintenance_work_mem = 64MB"
    echo "max_connections = 50"
  } >"$authority/postgresql.conf"
  {
    cat "$here/pg_ident.conf"
    [ "$(id -un)" = postgres ] || echo "administrator $(id -un) postgres"
  } >"$authority/pg_ident.conf"
  put "$authority/postgresql.conf" postgresql.conf
  put "$authority/pg_ident.conf" pg_ident.conf
  put "$here/pg_hba.conf" pg_hba.conf
}

make() {
  mkdir -p "$place"
  install -d -m 700 -o "$owner" "$server"
  "${as_server[@]}" test -x "$server" || fail "the account $owner cannot reach $server"
  [ "${#server}" -le 80 ] || fail "the path is too long for a socket: $server"
  "$here/certificates.sh" ca "$authority" --name "Madoguchi demo register"
  "$here/certificates.sh" server "$authority" server --san DNS:localhost,IP:127.0.0.1
  put "$authority/server.crt" server.crt
  put "$authority/server.key" server.key
  put "$authority/ca.crt" root.crt
  put "$authority/ca.crl" root.crl
  # Beside the data, not in it: no copy of the database takes it along.
  head -c 32 /dev/urandom >"$authority/register.key"
  put "$authority/register.key" register.key
  rm "$authority/register.key"
  "${as_server[@]}" "$bin/initdb" -D "$server/data" -U postgres -A reject -E UTF8 --locale=C.UTF-8 -k \
    >"$authority/initdb.log" 2>&1 || { cat "$authority/initdb.log" >&2; fail "initdb failed"; }
}

launch() {
  "${as_server[@]}" "$bin/pg_ctl" -D "$server/data" -l "$server/said" -w -t 180 -s \
    -o "-c config_file=$server/postgresql.conf" start
}

# Below the ports that the system gives to outgoing connections.
drawn_port() { echo $((15000 + (RANDOM * 32768 + RANDOM) % 17000)); }

start() {
  if [ -f "$server/postgresql.conf" ]; then
    "${as_server[@]}" "$bin/pg_ctl" -D "$server/data" -s status >/dev/null || launch
    return
  fi
  make
  for attempt in 1 2 3 4 5 6 7 8; do
    configure "$(drawn_port)"
    if launch 2>"$authority/start.log"; then return; fi
    grep -q 'could not bind' "$server/said" || break
  done
  cat "$authority/start.log" "$server/said" >&2
  fail "the server did not start (tried $attempt times)"
}

case "$command" in start | run) mkdir -p "$place" ;; esac
place=$(cd "$place" && pwd) || exit 1
authority=$place/authority
server=$place/server
case "$command" in
  start) start ;;
  run)
    [ -f "$server/register.key" ] || make
    configure "$(drawn_port)"
    exec setpriv --pdeathsig QUIT "${as_server[@]:1}" "$bin/postgres" -D "$server/data" \
      -c config_file="$server/postgresql.conf" >>"$authority/said" 2>&1
    ;;
  stop) "${as_server[@]}" "$bin/pg_ctl" -D "$server/data" -m fast -w -s stop ;;
  revocations)
    # Put in place whole: a copy that is being written could be read.
    put "$authority/ca.crl" root.crl.new
    mv "$server/root.crl.new" "$server/root.crl"
    "${as_server[@]}" "$bin/pg_ctl" -D "$server/data" -s reload
    sleep 0.3 # the server answers the signal, not us
    ;;
  key) echo "$server/register.key" ;;
  administrator) echo "host=$server port=$(port) user=postgres dbname=$database" ;;
  reached) echo "host=localhost port=$(port) dbname=$database" ;;
  *) usage ;;
esac
